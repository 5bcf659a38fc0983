package dev.docket.backend.queue;

import dev.docket.dto.item.ReportView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How far reporters can be trusted: how often what they reported was found to be a violation.
///
/// Trust is the mean of a Beta distribution that starts at (1, 1): somebody who never reported counts one half, and it
/// takes several reports to move far from that. A report weighs twice its reporter's trust, so a newcomer's weighs
/// one, a proven reporter's nearly two, and someone's who is always wrong nearly nothing.
@Repository
class ReporterTrust implements JudgedReports {
    private static final double NEWCOMER = 0.5;

    private final JdbcClient jdbc;

    ReporterTrust(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void judge(UUID item, Collection<String> violated) {
        jdbc.sql("""
                        INSERT INTO report_outcome (item_id, source, reporter, was_right)
                        SELECT report.item_id, item.source, report.reporter,
                               bool_or(CASE WHEN report.policy_key IS NULL THEN cardinality(:violated::text[]) > 0
                                            ELSE report.policy_key = ANY(:violated::text[]) END)
                          FROM item_report AS report JOIN item ON item.id = report.item_id
                         WHERE report.item_id = :item
                         GROUP BY report.item_id, item.source, report.reporter
                        ON CONFLICT (item_id, reporter) DO UPDATE SET was_right = excluded.was_right
                        """)
                .param("item", item)
                .param("violated", violated.toArray(String[]::new))
                .update();
    }

    /// What an item's reports weigh: those that came with a name by their reporters' trust, those that the platform
    /// only counted as one each.
    long weigh(UUID item, long reports) {
        if (reports == 0) {
            return 0;
        }
        var trusts = of(List.of(item)).values();
        double named = trusts.stream().mapToDouble(trust -> trust / NEWCOMER).sum();
        return Math.round(named + Math.max(0, reports - trusts.size()));
    }

    /// @return who reported any of these items, as (item, reporter), to their trust, 0..1. What became of that item
    ///     itself is left out: a second look must not learn it from here
    Map<Reported, Double> of(Collection<UUID> items) {
        var trusts = new HashMap<Reported, Double>();
        jdbc.sql("""
                        SELECT reported.item_id, reported.reporter, record.trust
                          FROM (SELECT DISTINCT report.item_id, item.source, report.reporter
                                  FROM item_report AS report JOIN item ON item.id = report.item_id
                                 WHERE report.item_id = ANY(:items)) AS reported
                         CROSS JOIN LATERAL (
                                SELECT (1 + count(*) FILTER (WHERE was_right))::float8 / (2 + count(*)) AS trust
                                  FROM (SELECT was_right FROM report_outcome AS past
                                         WHERE past.source = reported.source AND past.reporter = reported.reporter
                                           AND past.item_id <> reported.item_id
                                         LIMIT 1000) AS past) AS record
                        """).param("items", items.toArray(UUID[]::new)).query(row -> {
            trusts.put(
                    new Reported(row.getObject("item_id", UUID.class), row.getString("reporter")),
                    row.getDouble("trust"));
        });
        return trusts;
    }

    /// Each list with reports that say the same shown once, with how many there were and how far their reporters can
    /// be trusted.
    Map<UUID, List<ReportView>> merge(Map<UUID, List<ReportView>> reports) {
        if (reports.isEmpty()) {
            return reports;
        }
        var trusts = of(reports.keySet());
        return reports.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, of -> merge(of.getKey(), of.getValue(), trusts)));
    }

    private static List<ReportView> merge(UUID item, List<ReportView> reports, Map<Reported, Double> trusts) {
        var alike = new LinkedHashMap<Said, List<ReportView>>();
        reports.forEach(report -> alike.computeIfAbsent(Said.by(report), said -> new ArrayList<>())
                .add(report));
        return alike.values().stream()
                .map(same -> merged(item, same, trusts))
                .sorted(Comparator.comparing(ReportView::reportedAt).thenComparing(ReportView::id))
                .toList();
    }

    private static ReportView merged(UUID item, List<ReportView> same, Map<Reported, Double> trusts) {
        var first = same.getFirst();
        double trust = same.stream()
                .mapToDouble(report -> trusts.getOrDefault(new Reported(item, report.reporter()), NEWCOMER))
                .average()
                .orElse(NEWCOMER);
        return new ReportView(
                first.id(), first.reporter(), first.policy(), first.comment(), first.reportedAt(), same.size(), trust);
    }

    /// Who reported what.
    record Reported(UUID item, String reporter) {}

    /// What a report says.
    private record Said(@Nullable String policy, String comment) {
        static Said by(ReportView report) {
            return new Said(
                    report.policy(),
                    report.comment() == null ? "" : report.comment().strip());
        }
    }
}
