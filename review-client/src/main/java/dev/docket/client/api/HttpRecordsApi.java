package dev.docket.client.api;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.records.Period;
import dev.docket.client.records.RecordsApi;
import dev.docket.dto.Page;
import dev.docket.dto.Paths;
import dev.docket.dto.enforcement.FileNcmecReport;
import dev.docket.dto.enforcement.NcmecReportView;
import dev.docket.dto.enforcement.PrepareNcmecReport;
import dev.docket.dto.enforcement.StatementBatch;
import dev.docket.dto.enforcement.TransparencyReport;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The Records screen's floor, over HTTP.
public final class HttpRecordsApi implements RecordsApi {
    private static final String NEXT = "Docket-Next";

    private final Floor floor;

    public HttpRecordsApi(Floor floor) {
        this.floor = floor;
    }

    @Override
    public TransparencyReport transparency(Period period) throws ApiProblem, Offline {
        return floor.get(Paths.TRANSPARENCY, asked(period), TransparencyReport.class);
    }

    @Override
    public String transparencyCsv(Period period) throws ApiProblem, Offline {
        var asked = asked(period);
        asked.put("format", "csv");
        return floor.text(Paths.TRANSPARENCY, asked, "text/csv").body();
    }

    @Override
    public Batch statements(Period period, @Nullable String after, boolean skipIncomplete) throws ApiProblem, Offline {
        var asked = asked(period);
        asked.put("skipIncomplete", Boolean.toString(skipIncomplete));
        if (after != null) {
            asked.put("after", after);
        }
        var answer = floor.text(Paths.STATEMENTS + "/export", asked, "application/json", NEXT);
        return new Batch(
                answer.body(),
                floor.read(answer.body(), StatementBatch.class).statements().size(),
                answer.header());
    }

    @Override
    public Page<NcmecReportView> reports(@Nullable String after) throws ApiProblem, Offline {
        Map<String, String> asked = after == null ? Map.of() : Map.of("after", after);
        return floor.page(Paths.NCMEC_REPORTS, asked, NcmecReportView.class);
    }

    @Override
    public NcmecReportView prepare(PrepareNcmecReport request) throws ApiProblem, Offline {
        return floor.post(Paths.NCMEC_REPORTS, request, NcmecReportView.class);
    }

    @Override
    public String document(String id) throws ApiProblem, Offline {
        return floor.text(report(id) + "/document", Map.of(), "application/xml").body();
    }

    @Override
    public NcmecReportView release(String id) throws ApiProblem, Offline {
        return floor.post(report(id) + "/release", Map.of(), NcmecReportView.class);
    }

    @Override
    public NcmecReportView filed(String id, String number) throws ApiProblem, Offline {
        return floor.post(report(id) + "/filed", new FileNcmecReport(number), NcmecReportView.class);
    }

    @Override
    public NcmecReportView withdraw(String id) throws ApiProblem, Offline {
        return floor.post(report(id) + "/withdraw", Map.of(), NcmecReportView.class);
    }

    private static String report(String id) {
        return Paths.NCMEC_REPORTS + "/" + id;
    }

    private static Map<String, String> asked(Period period) {
        var asked = new HashMap<String, String>();
        asked.put("from", period.begins().toString());
        asked.put("to", period.ends().toString());
        return asked;
    }
}
