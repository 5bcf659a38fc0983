package dev.docket.bench;

import dev.docket.backend.filters.Blocklists;
import dev.docket.backend.filters.Filters;
import dev.docket.backend.filters.Rows;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.platform.Caller;
import dev.docket.dto.filter.FilterEffect;
import dev.docket.dto.filter.NewBlocklist;
import dev.docket.dto.filter.TryText;
import dev.docket.dto.people.Role;
import dev.docket.model.filter.Term;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All filters of a text together, as classification asks them of an item: blocklists, and how much its author has
/// sent. The baseline is the goal.
final class FiltersBench implements Benchmark {
    private static final double GOAL_MS = 10;
    private static final int ROUNDS = 7;
    private static final int TERMS = 100_000;
    private static final int FEW_TERMS = 20_000;
    private static final int LONG = 10_000;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(4);

    @Override
    public String name() {
        return "filters";
    }

    @Override
    public String title() {
        return "The filters of a text together, 100,000 terms and the author's rate; goal: each p99 <= 1 (10 ms)";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        try (var floor = new FloorWithTasks(0)) {
            fill(floor.bean(Blocklists.class), length.of(TERMS, FEW_TERMS));
            var texts = DemoTexts.all().stream().limit(200).toList();
            var measurements = new ArrayList<>(times("demo", floor, texts));
            measurements.addAll(times(
                    "10kB",
                    floor,
                    texts.stream().limit(100).map(text -> longer()).toList()));
            return measurements;
        }
    }

    private void fill(Blocklists lists, int terms) {
        var admin = new Caller.Person(UUID.randomUUID(), "bench", Set.of(Role.ADMIN), Set.of("*"), Set.of("*"));
        var list = lists.create(admin, new NewBlocklist("bench", "bench", null, FilterEffect.SIGNAL, null, 1));
        String lines =
                new SampleTerms(random).terms(terms).stream().map(Term::text).collect(Collectors.joining("\n"));
        var rows = Rows.plain(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        lists.fill(admin, UUID.fromString(list.id()), rows, progress -> {});
        lists.tried(new TryText("compiles them", null));
    }

    private String longer() {
        var texts = DemoTexts.all();
        var text = new StringBuilder();
        while (text.length() < LONG) {
            text.append(texts.get(random.nextInt(texts.size()))).append(' ');
        }
        return text.substring(0, LONG);
    }

    private static List<Measurement> times(String name, FloorWithTasks floor, List<String> texts) throws Exception {
        var filters = floor.bean(Filters.class);
        var requests = items(floor, texts).stream()
                .map(item -> (Callable<?>) () -> filters.sift(List.of(item)))
                .toList();
        var p50 = new double[ROUNDS];
        var p99 = new double[ROUNDS];
        time(requests);
        for (int round = 0; round < ROUNDS; round++) {
            double[] times = time(requests);
            p50[round] = SideBySide.quantile(times, 0.5);
            p99[round] = SideBySide.quantile(times, 0.99);
        }
        return List.of(against("filters-" + name + "-p50", p50), against("filters-" + name + "-p99", p99));
    }

    private static Measurement against(String name, double[] times) {
        var goals = new double[times.length];
        Arrays.fill(goals, GOAL_MS);
        double[] ratios = Arrays.stream(times).map(time -> time / GOAL_MS).toArray();
        return SideBySide.summary(name, "ms", ratios, goals, times);
    }

    private static double[] time(List<? extends Callable<?>> requests) throws Exception {
        var times = new double[requests.size()];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            requests.get(i).call();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private static List<Item> items(FloorWithTasks floor, List<String> texts) {
        var ids = new ArrayList<UUID>();
        for (String text : texts) {
            ids.add(floor.bean(JdbcClient.class)
                    .sql("""
                            INSERT INTO item (id, source, external_id, state, content_sha256, text, language,
                                              author_external_id, submitted_at)
                            VALUES (gen_random_uuid(), 'bench', gen_random_uuid()::text, 'RECEIVED', sha256('x'), :text,
                                    'en', 'author-' || floor(random() * 20), clock_timestamp())
                            RETURNING id
                            """)
                    .param("text", text)
                    .query((row, number) -> row.getObject("id", UUID.class))
                    .single());
        }
        return List.copyOf(floor.bean(Items.class).findAll(ids).values());
    }
}
