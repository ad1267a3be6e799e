package org.infimum.plot;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Parses drawings and pages with the JDK's own parser, which refuses what is not well-formed. */
final class Xml {
  private Xml() {}

  static Document parse(String text) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    } catch (Exception failure) {
      throw new AssertionError("not well-formed: " + failure.getMessage() + "\n" + text, failure);
    }
  }

  /** The text of every element of that name, in document order. */
  static List<String> texts(Document document, String element) {
    return elements(document, element).stream().map(Element::getTextContent).toList();
  }

  static List<Element> elements(Document document, String element) {
    NodeList nodes = document.getElementsByTagNameNS("*", element);
    List<Element> elements = new ArrayList<>();
    for (int k = 0; k < nodes.getLength(); k++) {
      elements.add((Element) nodes.item(k));
    }
    return elements;
  }
}
