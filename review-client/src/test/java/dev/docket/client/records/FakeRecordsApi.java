package dev.docket.client.records;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.Page;
import dev.docket.dto.enforcement.NcmecReportState;
import dev.docket.dto.enforcement.NcmecReportView;
import dev.docket.dto.enforcement.PrepareNcmecReport;
import dev.docket.dto.enforcement.TransparencyReport;
import dev.docket.dto.enforcement.TransparencyReport.Actions;
import dev.docket.dto.enforcement.TransparencyReport.Appeals;
import dev.docket.dto.enforcement.TransparencyReport.Automation;
import dev.docket.dto.enforcement.TransparencyReport.Handling;
import dev.docket.dto.enforcement.TransparencyReport.Notices;
import dev.docket.dto.problem.FieldError;
import dev.docket.dto.problem.Problem;
import dev.docket.dto.review.ActionType;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A floor with figures, statements and reports, in memory.
final class FakeRecordsApi implements RecordsApi {
    static final String ME = "7";
    private static final Instant THEN = Instant.parse("2026-11-20T09:00:00Z");
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><report><incidentSummary>"
            + "<incidentType>Online Enticement of Children for Sexual Acts</incidentType>"
            + "<incidentDateTime>2026-11-19T22:10:00Z</incidentDateTime></incidentSummary>"
            + "<reporter><reportingPerson><firstName>Robin</firstName></reportingPerson></reporter></report>";

    final List<NcmecReportView> reports = new ArrayList<>(List.of(
            report("r3", NcmecReportState.PREPARED, "8"),
            report("r2", NcmecReportState.READY, ME),
            report("r1", NcmecReportState.FILED, "8")));
    final List<Period> asked = new ArrayList<>();
    final List<PrepareNcmecReport> prepared = new ArrayList<>();
    int batches = 3;
    int readings;
    boolean incomplete;
    boolean offline;
    boolean empty;

    @Nullable String refuses;

    static NcmecReportView report(String id, NcmecReportState state, String by) {
        boolean released = state == NcmecReportState.READY || state == NcmecReportState.FILED;
        boolean filed = state == NcmecReportState.FILED;
        return new NcmecReportView(
                id,
                "01a1fd3c-80d6-708b-8c35-ec63beb36e5d",
                null,
                state,
                by,
                THEN,
                released ? "9" : null,
                released ? THEN.plusSeconds(900) : null,
                filed ? "9" : null,
                filed ? THEN.plusSeconds(3_600) : null,
                filed ? "4564654" : null);
    }

    @Override
    public TransparencyReport transparency(Period period) throws ApiProblem, Offline {
        check();
        asked.add(period);
        return new TransparencyReport(
                period.begins(),
                period.ends(),
                empty
                        ? List.of()
                        : List.of(
                                new Notices(
                                        "harassment", "STATEMENT_CATEGORY_CYBER_VIOLENCE", 1_204, 988, 412, 0, 5_400L),
                                new Notices(null, null, 36, 35, 4, 0, null)),
                empty
                        ? List.of()
                        : List.of(
                                actions("harassment", ActionType.REMOVE, false, 398),
                                actions("harassment", ActionType.SUSPEND, false, 14),
                                actions("spam", ActionType.REMOVE, true, 2_310)),
                empty
                        ? List.of()
                        : List.of(
                                new Automation("PERSON", 8_112, 97, 0.012),
                                new Automation("AUTOMATION", 2_310, 12, 0.005)),
                new Appeals(empty ? 0 : 211, 190, 150, 31, 9, 172_800L),
                List.of(new Handling("PERSON", 8_112, 4_020L), new Handling("AUTOMATION", 2_310, 1L)));
    }

    private static Actions actions(String policy, ActionType action, boolean alone, long count) {
        return new Actions(policy, "STATEMENT_CATEGORY_CYBER_VIOLENCE", action, alone, alone, count);
    }

    @Override
    public String transparencyCsv(Period period) throws ApiProblem, Offline {
        check();
        return "section,value\r\n";
    }

    @Override
    public Batch statements(Period period, @Nullable String after, boolean skipIncomplete) throws ApiProblem, Offline {
        check();
        int at = after == null ? 1 : Integer.parseInt(after);
        if (incomplete && !skipIncomplete && at == 2) {
            throw problem(
                    "statement-incomplete",
                    List.of(new FieldError("/statements/d-17/category", "the policy has no category")));
        }
        return new Batch("{\"statements\":[" + at + "]}", at == 3 ? 40 : 100, at == batches ? null : "" + (at + 1));
    }

    @Override
    public Page<NcmecReportView> reports(@Nullable String after) throws ApiProblem, Offline {
        check();
        return new Page<>(List.copyOf(reports), null);
    }

    @Override
    public NcmecReportView prepare(PrepareNcmecReport request) throws ApiProblem, Offline {
        check();
        prepared.add(request);
        var made = report("r4", NcmecReportState.PREPARED, ME);
        reports.addFirst(made);
        return made;
    }

    @Override
    public String document(String id) throws ApiProblem, Offline {
        check();
        readings++;
        return XML;
    }

    @Override
    public NcmecReportView release(String id) throws ApiProblem, Offline {
        return becomes(id, NcmecReportState.READY);
    }

    @Override
    public NcmecReportView filed(String id, String number) throws ApiProblem, Offline {
        return becomes(id, NcmecReportState.FILED);
    }

    @Override
    public NcmecReportView withdraw(String id) throws ApiProblem, Offline {
        return becomes(id, NcmecReportState.WITHDRAWN);
    }

    private NcmecReportView becomes(String id, NcmecReportState state) throws ApiProblem, Offline {
        check();
        reports.replaceAll(report -> report.id().equals(id) ? report(id, state, report.preparedBy()) : report);
        return reports.stream()
                .filter(report -> report.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void check() throws ApiProblem, Offline {
        if (offline) {
            throw new Offline(new IOException("no floor"));
        }
        if (refuses != null) {
            throw problem(refuses, List.of());
        }
    }

    private static ApiProblem problem(String slug, List<FieldError> errors) {
        return new ApiProblem(new Problem(Problem.TYPE_PREFIX + slug, "", 422, null, null, errors));
    }
}
