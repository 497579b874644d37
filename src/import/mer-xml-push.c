/* SPDX-License-Identifier: GPL-3.0-or-later */

/* libxml2's push parser with what a file of anyone's making may not do shut off. */

#include "config.h"

#include "import/mer-xml-push.h"

#include <string.h>

static void
start_cb (void           *data,
          const xmlChar  *name,
          const xmlChar  *prefix,
          const xmlChar  *uri,
          int             n_namespaces,
          const xmlChar **namespaces,
          int             n_attributes,
          int             n_defaulted,
          const xmlChar **attributes)
{
  MerXmlPush *self = data;

  if (!self->stopped)
    self->handler->start (self->data, (const char *) name, attributes, n_attributes);
}

static void
end_cb (void          *data,
        const xmlChar *name,
        const xmlChar *prefix,
        const xmlChar *uri)
{
  MerXmlPush *self = data;

  if (!self->stopped)
    self->handler->end (self->data, (const char *) name);
}

static void
text_cb (void          *data,
         const xmlChar *text,
         int            length)
{
  MerXmlPush *self = data;

  if (!self->stopped && self->handler->text != NULL && length > 0)
    self->handler->text (self->data, (const char *) text, (gsize) length);
}

/* Inside CDATA the library takes letters that are written longer than they may be. */
static void
cdata_cb (void          *data,
          const xmlChar *text,
          int            length)
{
  MerXmlPush *self = data;

  if (length > 0 && !g_utf8_validate_len ((const char *) text, (gsize) length, NULL))
    {
      self->damaged = TRUE;
      xmlStopParser (self->parser);
      return;
    }
  text_cb (data, text, length);
}

static void
refuse (MerXmlPush *self)
{
  self->refused = TRUE;
  xmlStopParser (self->parser);
}

static void
doctype_cb (void          *data,
            const xmlChar *name,
            const xmlChar *external_id,
            const xmlChar *system_id)
{
  refuse (data);
}

static void
entity_cb (void          *data,
           const xmlChar *name,
           int            type,
           const xmlChar *public_id,
           const xmlChar *system_id,
           xmlChar       *content)
{
  refuse (data);
}

/* What is wrong is told by our own sentences, not on standard error. */
static void
error_cb (void     *data,
          xmlError *error)
{
}

gboolean
mer_xml_push_open (MerXmlPush          *self,
                   const MerXmlHandler *handler,
                   gpointer             data)
{
  xmlSAXHandler sax;

  memset (self, 0, sizeof *self);
  self->handler = handler;
  self->data = data;
  memset (&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = start_cb;
  sax.endElementNs = end_cb;
  sax.characters = text_cb;
  sax.cdataBlock = cdata_cb;
  sax.internalSubset = doctype_cb;
  sax.externalSubset = doctype_cb;
  sax.entityDecl = entity_cb;
  sax.serror = error_cb;
  self->parser = xmlCreatePushParserCtxt (&sax, self, NULL, 0, NULL);
  if (self->parser == NULL)
    return FALSE;
  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET);
  return TRUE;
}

MerXmlScan
mer_xml_push_feed (MerXmlPush   *self,
                   const guint8 *bytes,
                   gsize         length,
                   gboolean      at_end)
{
  xmlStructuredErrorFunc before = xmlStructuredError;
  void                  *context = xmlStructuredErrorContext;
  int                    code = 0;

  /* Errors of encodings are not told to the parser's own callback. */
  xmlSetStructuredErrorFunc (NULL, error_cb);
  code = xmlParseChunk (self->parser, (const char *) bytes, (int) length, at_end);
  xmlSetStructuredErrorFunc (context, before);
  if (self->refused)
    return MER_XML_SCAN_REFUSED;
  return self->damaged || (code != XML_ERR_OK && !self->parser->wellFormed)
           ? MER_XML_SCAN_DAMAGED
           : MER_XML_SCAN_MORE;
}

void
mer_xml_push_stop (MerXmlPush *self)
{
  self->stopped = TRUE;
  xmlStopParser (self->parser);
}

void
mer_xml_push_clear (MerXmlPush *self)
{
  g_clear_pointer (&self->parser, xmlFreeParserCtxt);
}
