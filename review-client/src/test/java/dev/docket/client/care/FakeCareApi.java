package dev.docket.client.care;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.dto.care.CareSettings;
import dev.docket.dto.care.ExposureDay;
import dev.docket.dto.care.ExposureView;
import dev.docket.dto.problem.Problem;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person with a month of work behind them.
final class FakeCareApi implements CareApi {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final int CAP = 24_000;

    final List<CareSettings> kept = new ArrayList<>();
    CareSettings settings = new CareSettings(true, 50, null);
    boolean offline;
    boolean refuses;
    boolean reached;
    int reads;

    @Override
    public ExposureView exposure() throws Offline {
        reads++;
        online();
        var days = days();
        int cap = settings.dailyCap() == null ? CAP : settings.dailyCap();
        return new ExposureView(days.getFirst(), cap, reached, null, settings, days);
    }

    @Override
    public CareSettings keep(CareSettings wanted) throws ApiProblem, Offline {
        online();
        if (refuses) {
            String slug = "invalid-input";
            throw new ApiProblem(new Problem(Problem.TYPE_PREFIX + slug, slug, 422, null, null, null));
        }
        kept.add(wanted);
        settings = wanted;
        return wanted;
    }

    private void online() throws Offline {
        if (offline) {
            throw new Offline(new IOException("no route"));
        }
    }

    /// Weekdays only, the newest first.
    private List<ExposureDay> days() {
        var days = new ArrayList<ExposureDay>();
        for (int back = 0; back < 30; back++) {
            var day = TODAY.minusDays(back);
            if (day.getDayOfWeek().getValue() <= 5) {
                double points = back == 0 ? (reached ? CAP + 700 : 9_412) : 14_000 + 9_000 * Math.sin(back * 1.3);
                days.add(new ExposureDay(day, back == 9 ? 25_300 : points, 5_400, 1_260, 180 + back));
            }
        }
        return days;
    }

    @Nullable Integer cap() {
        return settings.dailyCap();
    }
}
