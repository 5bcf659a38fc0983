package dev.docket.backend.enforcement.ncmec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.backend.intake.Item;
import dev.docket.dto.enforcement.NcmecIncident;
import dev.docket.dto.enforcement.PrepareNcmecReport;
import dev.docket.dto.item.Author;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.ItemState;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ElementOrderTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final NcmecSettings SETTINGS = new NcmecSettings(
            "Rae",
            "Porter",
            "trust@example.org",
            "Example",
            "https://example.org/terms",
            "https://example.org/l",
            "Forum");

    @Test
    void whatIsWrittenStandsInOrder() {
        String document = write("a <b> & \u0000 \uD83D \uD83D\uDE00 ]]>", Instant.parse("2026-11-20T10:00:00.5Z"));

        assertThat(ElementOrder.faults(document)).isEmpty();
        assertThat(document)
                .contains("<incidentDateTime>2026-11-20T10:00:00Z</incidentDateTime>")
                .contains("a &lt;b&gt; &amp; \uFFFD \uFFFD \uD83D\uDE00 ]]&gt;")
                .containsSubsequence(
                        "<incidentSummary>",
                        "<incidentType>",
                        "<escalateToHighPriority>",
                        "<incidentDateTime>",
                        "<internetDetails>",
                        "<reporter>",
                        "<reportingPerson>",
                        "<companyTemplate>",
                        "<termsOfService>",
                        "<legalURL>",
                        "<personOrUserReported>",
                        "<espIdentifier>u-9<",
                        "<espService>Forum<",
                        "<displayName>");
    }

    @Test
    void noIncidentLiesInTheFuture() {
        assertThat(write("x", NOW.plusSeconds(3_600)))
                .contains("<incidentDateTime>2026-11-21T08:59:59Z</incidentDateTime>");
    }

    @Test
    void anotherOrderIsFound() {
        String document = write("x", NOW);
        String turned = document.replaceAll(
                "(<reporter>.*</reporter>)(<personOrUserReported>.*</personOrUserReported>)", "$2$1");
        assertThat(turned).isNotEqualTo(document);
        assertThat(ElementOrder.faults(turned)).containsExactly("report wants reporter before personOrUserReported");
        String early = document.replaceAll("(<incidentType>.*</incidentType>)(.*)(</incidentSummary>)", "$2$1$3");
        assertThat(ElementOrder.faults(early)).isNotEmpty();
    }

    @Test
    void whatIsMissingOrStrangeIsFound() {
        String document = write("x", NOW);
        assertThat(ElementOrder.faults(document.replaceAll("<incidentDateTime>.*</incidentDateTime>", "")))
                .containsExactly("incidentSummary needs incidentDateTime");
        assertThat(ElementOrder.faults(document.replace("espIdentifier", "userId")))
                .containsExactly("personOrUserReported knows no userId");
        assertThat(ElementOrder.faults(
                        "<!DOCTYPE report [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><report>&e;</report>"))
                .containsExactly("it is not well-formed");
    }

    private static String write(String text, Instant occurredAt) {
        var content = new ItemContent(
                "forum",
                "p-1",
                text,
                "en",
                "https://example.org/p/1",
                occurredAt,
                null,
                new Author("u-9", "Zoë <script>", null, null),
                null,
                null,
                null);
        var item = new Item(new UUID(0, 1), "forum", "p-1", ItemState.SETTLED, content, 0, 0, 0, NOW);
        var request = new PrepareNcmecReport(
                null, item.id().toString(), NcmecIncident.ONLINE_ENTICEMENT, "A meeting is planned.", true, null);
        return new ReportDocument(SETTINGS).write(request, item, NOW);
    }
}
