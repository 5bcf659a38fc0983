package dev.docket.backend.enforcement.ncmec;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The order in which the CyberTipline's schema wants elements, as far as Docket writes them. It refuses a report whose
/// elements are all there but stand otherwise, so the finished text is read back and checked.
final class ElementOrder {
    private static final List<String> PERSON =
            List.of("firstName", "lastName", "phone", "email", "address", "age", "dateOfBirth");
    private static final Map<String, List<String>> SEQUENCES = Map.of(
            "report",
                    List.of(
                            "incidentSummary",
                            "internetDetails",
                            "lawEnforcement",
                            "reporter",
                            "personOrUserReported",
                            "intendedRecipient",
                            "victim",
                            "additionalInfo"),
            "incidentSummary",
                    List.of(
                            "incidentType",
                            "platform",
                            "escalateToHighPriority",
                            "reportAnnotations",
                            "incidentDateTime",
                            "incidentDateTimeDescription"),
            "internetDetails", List.of("webPageIncident"),
            "webPageIncident", List.of("url", "additionalInfo", "thirdPartyHostedContent"),
            "reporter", List.of("reportingPerson", "contactPerson", "companyTemplate", "termsOfService", "legalURL"),
            "reportingPerson", PERSON,
            "contactPerson", PERSON,
            "personOrUserReported",
                    List.of(
                            "personOrUserReportedPerson",
                            "vehicleDescription",
                            "espIdentifier",
                            "espService",
                            "compromisedAccount",
                            "screenName",
                            "displayName",
                            "profileUrl",
                            "profileBio",
                            "ipCaptureEvent",
                            "deviceId",
                            "thirdPartyUserReported",
                            "priorCTReports",
                            "groupIdentifier",
                            "accountTemporarilyDisabled",
                            "accountPermanentlyDisabled",
                            "estimatedLocation",
                            "additionalInfo"));
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "report", List.of("incidentSummary", "reporter"),
            "incidentSummary", List.of("incidentType", "incidentDateTime"),
            "reporter", List.of("reportingPerson"));

    private final List<String> faults = new ArrayList<>();

    private ElementOrder() {}

    /// @return what the CyberTipline would refuse, without any of what the report says
    static List<String> faults(String document) {
        var order = new ElementOrder();
        try {
            var root =
                    parser().parse(new InputSource(new StringReader(document))).getDocumentElement();
            if (!"report".equals(root.getTagName())) {
                return List.of("the root is not report");
            }
            order.check(root);
        } catch (SAXException | IOException notXml) {
            return List.of("it is not well-formed");
        }
        return order.faults;
    }

    private void check(Node element) {
        var names = new ArrayList<String>();
        var children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i).getNodeType() == Node.ELEMENT_NODE) {
                names.add(children.item(i).getNodeName());
                check(children.item(i));
            }
        }
        var sequence = SEQUENCES.get(element.getNodeName());
        if (sequence != null) {
            check(element.getNodeName(), names, sequence);
        } else if (!names.isEmpty()) {
            faults.add(element.getNodeName() + " has no children in this order");
        }
    }

    private void check(String parent, List<String> names, List<String> sequence) {
        int reached = 0;
        for (var name : names) {
            int place = sequence.indexOf(name);
            if (place < 0) {
                faults.add(parent + " knows no " + name);
            } else if (place < reached) {
                faults.add(parent + " wants " + name + " before " + sequence.get(reached));
            } else {
                reached = place;
            }
        }
        REQUIRED.getOrDefault(parent, List.of()).stream()
                .filter(required -> !names.contains(required))
                .forEach(required -> faults.add(parent + " needs " + required));
    }

    private static DocumentBuilder parser() {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setExpandEntityReferences(false);
            var parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
