package dev.docket.backend.enforcement.ncmec;

import dev.docket.backend.intake.Item;
import dev.docket.dto.enforcement.PrepareNcmecReport;
import dev.docket.dto.item.Author;
import dev.docket.dto.item.ItemContent;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// A report in the CyberTipline's format.
final class ReportDocument {
    private final NcmecSettings settings;

    ReportDocument(NcmecSettings settings) {
        this.settings = settings;
    }

    /// @param now the CyberTipline takes no incident of the future, however a platform's clock runs
    String write(PrepareNcmecReport request, Item item, Instant now) {
        var content = Objects.requireNonNull(item.content());
        Instant posted = content.occurredAt() == null ? item.submittedAt() : content.occurredAt();
        Instant latest = now.minusSeconds(1);
        Instant incidentAt = (posted.isAfter(latest) ? latest : posted).truncatedTo(ChronoUnit.SECONDS);
        var report = Element.named("report")
                .with(Element.named("incidentSummary")
                        .with("incidentType", request.incident().words())
                        .with("escalateToHighPriority", request.escalate())
                        .with("incidentDateTime", incidentAt.toString()))
                .with(Element.named("internetDetails").with(page(request, content)))
                .with(reporter())
                .with(reported(item, content.author()))
                .with("additionalInfo", request.additionalInfo());
        return text(report);
    }

    private static Element page(PrepareNcmecReport request, ItemContent content) {
        boolean withText = Boolean.TRUE.equals(request.includeText());
        return Element.named("webPageIncident")
                .with("url", content.url())
                .with("additionalInfo", withText ? content.text() : null);
    }

    private Element reporter() {
        return Element.named("reporter")
                .with(Element.named("reportingPerson")
                        .with("firstName", settings.firstName())
                        .with("lastName", settings.lastName())
                        .with("email", settings.email()))
                .with("companyTemplate", settings.companyTemplate())
                .with("termsOfService", settings.termsOfService())
                .with("legalURL", settings.legalUrl());
    }

    private Element reported(Item item, @Nullable Author author) {
        var reported = Element.named("personOrUserReported");
        if (author != null) {
            reported.with("espIdentifier", author.externalId());
        }
        reported.with("espService", settings.service().isBlank() ? item.source() : settings.service());
        if (author != null) {
            reported.with("displayName", author.displayName());
        }
        return reported.with("additionalInfo", "Item " + item.externalId() + " of " + item.source());
    }

    private static String text(Element report) {
        try {
            var text = new StringWriter();
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            write(report, xml);
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Element element, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(element.name());
        if (element.text() != null) {
            xml.writeCharacters(allowed(element.text()));
        }
        for (var child : element.children()) {
            write(child, xml);
        }
        xml.writeEndElement();
    }

    /// XML 1.0 knows no control characters and no halves of pairs, not even escaped.
    private static String allowed(String text) {
        var allowed = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c < 0xD800 || isUpper(c) ? c : 0xFFFD)
                .forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    private static boolean isUpper(int c) {
        return c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
