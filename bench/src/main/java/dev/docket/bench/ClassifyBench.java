package dev.docket.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// P1 over HTTP: arrays of texts posted to `/classify`, as many at a time as there are cores,
/// against the bare encoder on the same texts in batches made beforehand.
///
/// On our side are HTTP and JSON at both ends, blocklists and hash banks, every policy's thresholds; verdicts are not
/// kept. The client shares the floor's process and cores.
final class ClassifyBench implements Benchmark {
    private static final int IN_A_POST = 64;
    private static final int WARM_UPS = 15;

    @Override
    public String name() {
        return "classify";
    }

    @Override
    public String title() {
        return "P1 over HTTP: posts of " + IN_A_POST
                + " texts to /classify against the bare encoder; goal: classify >= 0.90";
    }

    @Override
    public List<Measurement> measure(Length length) throws Exception {
        var texts = DemoTexts.all();
        int cores = Runtime.getRuntime().availableProcessors();
        Path cache = Files.createTempDirectory("docket-bench");
        try (var floor = new FloorWithTasks(0);
                var raw = new RawEncoder(cache);
                var threads = Executors.newFixedThreadPool(cores);
                var http = HttpClient.newHttpClient()) {
            var platform = Desk.platform(http, floor);
            awaitModel(platform);
            var batches = RawEncoder.group(raw.tokenise(texts));
            var posts = posts(platform, texts);
            SideBySide.warmUp(WARM_UPS, () -> all(threads, posts));
            return List.of(new SideBySide(length.of(9, 7))
                    .rates("classify", "texts/s", texts.size(), () -> raw.encode(batches), () -> all(threads, posts)));
        }
    }

    private static List<Callable<Integer>> posts(Desk platform, List<String> texts) {
        var posts = new ArrayList<Callable<Integer>>();
        for (int from = 0; from < texts.size(); from += IN_A_POST) {
            var some = texts.subList(from, Math.min(texts.size(), from + IN_A_POST));
            posts.add(() -> platform.classify(some));
        }
        return posts;
    }

    private static int all(ExecutorService threads, List<Callable<Integer>> posts) throws Exception {
        int scored = 0;
        for (var post : threads.invokeAll(posts)) {
            scored += post.get();
        }
        return scored;
    }

    private static void awaitModel(Desk platform) throws IOException, InterruptedException {
        IOException refused = new IOException("the model was never asked");
        for (int tries = 0; tries < 60; tries++) {
            try {
                platform.classify(List.of("Is the model open?"));
                return;
            } catch (IOException notYet) {
                refused = notYet;
                TimeUnit.SECONDS.sleep(1);
            }
        }
        throw refused;
    }
}
