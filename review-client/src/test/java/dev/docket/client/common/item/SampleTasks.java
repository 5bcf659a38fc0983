package dev.docket.client.common.item;

import dev.docket.dto.Phrase;
import dev.docket.dto.item.Author;
import dev.docket.dto.item.ItemContext;
import dev.docket.dto.item.ItemMetrics;
import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.item.ReportView;
import dev.docket.dto.queue.QuestionView;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.Evidence;
import dev.docket.dto.review.Evidence.ActivationMap;
import dev.docket.dto.review.Evidence.Explanation;
import dev.docket.dto.review.Evidence.Filter;
import dev.docket.dto.review.Evidence.History;
import dev.docket.dto.review.Evidence.MediaFinding;
import dev.docket.dto.review.Evidence.PartScore;
import dev.docket.dto.review.Evidence.PictureText;
import dev.docket.dto.review.Evidence.Precedent;
import dev.docket.dto.review.Evidence.Score;
import dev.docket.dto.review.Evidence.Second;
import dev.docket.dto.review.Evidence.TextLine;
import dev.docket.dto.review.Evidence.ThreadItem;
import dev.docket.dto.review.Evidence.Token;
import dev.docket.dto.review.Lease;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.PolicyBrief;
import dev.docket.dto.review.Task;
import dev.docket.dto.review.TaskItem;
import dev.docket.dto.review.TaskKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tasks as the floor hands them out, written for tests and pictures.
public final class SampleTasks {
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String MODEL = "text-heads-2026.11";

    private SampleTasks() {}

    public static Task harassment() {
        String text = "You absolute idiot, nobody here wants you. Every time you open your mouth the whole thread gets "
                + "stupider.\n\nShut up and delete your account before we make you. We know where you post, clown.";
        return new Sample("harassment", text)
                .reason(
                        "Harassment 0.91 is over the review threshold of 0.50.",
                        new Phrase(
                                "reason.threshold",
                                Map.of("figureScore", 0.91, "figureThreshold", 0.5),
                                Map.of("label", "harassment")))
                .score("toxicity", 0.94, 0.60)
                .score("harassment", 0.91, 0.50)
                .score("threat", 0.52, 0.70)
                .score("profanity", 0.31, 0.80)
                .score("hate", 0.18, 0.50)
                .score("spam", 0.02, 0.80)
                .score("sexual", 0.01, 0.60)
                .score("self_harm", 0.01, 0.40)
                .explain(
                        "harassment",
                        Map.of(
                                "idiot",
                                1.42,
                                "nobody",
                                0.38,
                                "stupider",
                                0.92,
                                "Shut",
                                0.66,
                                "clown",
                                1.05,
                                "delete",
                                0.21,
                                "account",
                                0.12,
                                "thread",
                                -0.24,
                                "mouth",
                                0.33))
                .explain("toxicity", Map.of("idiot", 1.61, "stupider", 1.2, "Shut up", 0.9, "clown", 0.8, "post", -0.1))
                .explain("threat", Map.of("before we make you", 1.1, "know where you post", 1.3, "thread", -0.4))
                .report("harassment", "He has been after her for days.", 42)
                .report("harassment", null, 55)
                .report("violence", "“We know where you post” is a threat", 71)
                .thread("mila_k", "I think the new bridge was worth the money. My commute is half as long now.", 190)
                .thread("jonas.b", "Same here, though the bike lane is a joke.", 171)
                .precedent(Outcome.VIOLATION, 0.87, false, "harassment")
                .precedent(Outcome.APPROVE, 0.71, true)
                .history(412, 5, 3)
                .parent("I think the new bridge was worth the money. My commute is half as long now, and the number of "
                        + "accidents at the crossing is down by a third.")
                .metrics(12_400, 31, 3)
                .build();
    }

    public static Task harmless() {
        return new Sample(
                        "profanity",
                        "Damn, that sunset over the harbour was something else. Took the long way home "
                                + "just to see the rest of it. If you get the chance this week: go, it is worth the cold hands.")
                .reason("Picked at random from the allowed items, to measure what the model misses.")
                .score("profanity", 0.34, 0.80)
                .score("toxicity", 0.12, 0.60)
                .score("hate", 0.01, 0.50)
                .score("harassment", 0.01, 0.50)
                .score("threat", 0.01, 0.70)
                .score("sexual", 0.01, 0.60)
                .score("spam", 0.01, 0.80)
                .score("self_harm", 0.00, 0.40)
                .explain("profanity", Map.of("Damn", 0.9, "worth", -0.3, "sunset", -0.5))
                .explain("toxicity", Map.of("Damn", 0.4, "harbour", -0.2))
                .history(57, 0, 0)
                .metrics(320, 1, 0)
                .author("harbour.walks", 900, 215)
                .community("photography")
                .due(Duration.ofHours(26))
                .build();
    }

    public static Task spam() {
        String text = "\u2605 FR\u200BEE p\u0430yp\u0430l m\u200Bon\u200Bey!!! First 100 only \u2605\n"
                + "Claim yours at https://pay-bonus.example/claim?id=88213 or www.quick-cash.test now.\n"
                + "\u202Etxt.eciovni\u202C is safe, trust me\u200B\u200B\u200B";
        return new Sample("spam", text)
                .reason("Spam 0.97 is over the review threshold of 0.80, and the blocklist matched.")
                .score("spam", 0.97, 0.80)
                .score("toxicity", 0.05, 0.60)
                .score("profanity", 0.02, 0.80)
                .score("harassment", 0.02, 0.50)
                .score("hate", 0.01, 0.50)
                .explain(
                        "spam",
                        Map.of(
                                "FR\u200BEE",
                                1.3,
                                "p\u0430yp\u0430l",
                                0.9,
                                "m\u200Bon\u200Bey",
                                1.1,
                                "Claim",
                                0.7,
                                "trust",
                                0.4,
                                "https",
                                0.5))
                .filter("BLOCKLIST", "scam phrases", "FR\u200BEE p\u0430yp\u0430l m\u200Bon\u200Bey")
                .history(3, 2, 1)
                .metrics(88, 0, 1)
                .author("bonus_4471", 2, 0)
                .community("marketplace")
                .due(Duration.ofMinutes(9))
                .build();
    }

    public static Task arabic() {
        return new Sample(
                        "hate",
                        "لا أحد يريدك هنا أيها الأحمق، ارجع إلى بلدك. كل ما تكتبه كذب والجميع يعرف ذلك، وقد قلناه لك مرات كثيرة من قبل ولم تسمع.\n"
                                + "شاهد ما قلته أمس في https://forum.example/t/991 ثم اسكت.")
                .language("ar")
                .parent(
                        "كل ما تكتبه كذب والجميع يعرف ذلك وقد قلناه لك مرات كثيرة من قبل ولم تسمع كل ما تكتبه كذب والجميع يعرف ذلك")
                .report("hate", "كل ما تكتبه كذب والجميع يعرف ذلك وقد قلناه لك مرات كثيرة من قبل", 12)
                .reason("Hate 0.74 is over the review threshold of 0.50.")
                .score("hate", 0.74, 0.50)
                .score("toxicity", 0.69, 0.60)
                .score("harassment", 0.47, 0.50)
                .explain("hate", Map.of("الأحمق", 0.9, "ارجع إلى بلدك", 1.2, "كذب", 0.4))
                .history(18, 1, 0)
                .metrics(2_100, 12, 1)
                .author("u-5512", 120, 40)
                .community("سياسة")
                .due(Duration.ofMinutes(-5))
                .build();
    }

    public static Task longText() {
        var text = new StringBuilder();
        for (int paragraph = 1; paragraph <= 30; paragraph++) {
            text.append(paragraph)
                    .append(". The committee met again and nothing came of it. People who pay for this deserve better "
                            + "than another evening of excuses, and whoever signed that contract is either a fool or "
                            + "on the take. I asked three times for the minutes and was told to wait.\n\n");
        }
        return new Sample("misinformation", text.toString())
                .reason("Reported twice as misinformation. No model covers this policy.")
                .score("toxicity", 0.44, 0.60)
                .score("harassment", 0.21, 0.50)
                .explain("toxicity", Map.of("fool", 0.8, "excuses", 0.3))
                .report("misinformation", "There are minutes, they are public.", 300)
                .report("misinformation", null, 320)
                .history(130, 0, 0)
                .metrics(940, 8, 2)
                .author("town_watch", 1500, 1_300)
                .community("local")
                .build();
    }

    public static Task unscored() {
        var task = new Sample("illegal_other", "Vs lbh pna ernq guvf, lbh xabj jurer gb zrrg. Oevat gur obk.")
                .reason("The model could not score this item, so a person decides.")
                .media(new Media(MediaKind.IMAGE, null, "https://img.example/8812.jpg", "A hand-drawn map"))
                .history(1, 0, 0)
                .metrics(12, 0, 0)
                .author("runes", 30, 4)
                .community("languages");
        task.unscored = true;
        return task.build();
    }

    /// Three images: the first over the threshold, the second harmless, the third never fetched.
    public static Task pictures() {
        return new Sample("sexual", "three from the weekend, what do you think?")
                .reason("Sexual 0.93 is over the review threshold of 0.70.")
                .partScore("sexual", 0.93, 0.70, "/media/0")
                .partScore("suggestive", 0.58, 0.90, "/media/1")
                .score("toxicity", 0.04, 0.60)
                .media(new Media(MediaKind.IMAGE, null, "urn:sha256:aa", "The hills on Saturday"))
                .media(new Media(MediaKind.IMAGE, null, "urn:sha256:bb", null))
                .media(new Media(MediaKind.IMAGE, null, "https://img.example/3.png", null))
                .found(new MediaFinding(
                        0, MediaKind.IMAGE, false, null, parts(0.93, 0.31), Map.of("sexual", map()), List.of()))
                .found(new MediaFinding(1, MediaKind.IMAGE, false, null, parts(0.08, 0.58), Map.of(), List.of()))
                .found(new MediaFinding(
                        2,
                        MediaKind.IMAGE,
                        true,
                        "It was not fetched. Its server answered 404.",
                        List.of(),
                        Map.of(),
                        List.of()))
                .history(12, 0, 0)
                .metrics(2_300, 14, 1)
                .author("walker", 420, 88)
                .community("outdoors")
                .build();
    }

    /// A picture that is harmless but for what stands in it.
    public static Task writing() {
        String read = "NOBODY LIKES YOU\nyou absolute idiot";
        var idiot = new Token(read.indexOf("idiot"), read.length(), 1.6);
        var nobody = new Token(0, "NOBODY".length(), 0.5);
        return new Sample("harassment", "made this one for you")
                .reason("Harassment 0.90 is over the review threshold of 0.50.")
                .partScore("harassment", 0.90, 0.50, "/media/0/text")
                .partScore("toxicity", 0.86, 0.60, "/media/0/text")
                .partScore("sexual", 0.02, 0.70, "/media/0")
                .media(new Media(MediaKind.IMAGE, null, "urn:sha256:cc", null))
                .found(new MediaFinding(
                        0,
                        MediaKind.IMAGE,
                        false,
                        null,
                        parts(0.02, 0.05),
                        Map.of(),
                        List.of(),
                        new PictureText(
                                read,
                                List.of(
                                        new TextLine(0, 16, 0.98, List.of(0.1, 0.1, 0.9, 0.1, 0.9, 0.2, 0.1, 0.2)),
                                        new TextLine(17, 35, 0.94, List.of(0.1, 0.3, 0.9, 0.3, 0.9, 0.4, 0.1, 0.4))),
                                List.of(
                                        new PartScore("harassment", 0.90, true, null),
                                        new PartScore("toxicity", 0.86, true, null)),
                                Map.of("harassment", new Explanation(List.of(nobody, idiot), -1.3, 0.8)),
                                "ppocr-4",
                                null)))
                .filter(new Filter("BLOCKLIST", "insults", List.of(List.of(30, 35)), "/media/0/text"))
                .history(3, 1, 0)
                .metrics(210, 2, 1)
                .author("drawer", 40, 3)
                .community("city-talk")
                .build();
    }

    /// A video of twelve seconds, over the threshold at the fifth and sixth.
    public static Task video() {
        var seconds = new ArrayList<Second>();
        for (int second = 0; second < 12; second++) {
            boolean flagged = second == 5 || second == 6;
            seconds.add(new Second(second, Map.of("sexual", flagged ? 0.91 : 0.1), flagged));
        }
        return new Sample("sexual", "from the bus")
                .reason("Sexual 0.91 is over the review threshold of 0.70.")
                .partScore("sexual", 0.91, 0.70, "/media/0")
                .media(new Media(MediaKind.VIDEO, null, "https://video.example/8812.mp4", null))
                .found(new MediaFinding(
                        0,
                        MediaKind.VIDEO,
                        false,
                        null,
                        List.of(new PartScore("sexual", 0.91, true, 5.0)),
                        Map.of(),
                        seconds))
                .history(3, 0, 0)
                .metrics(120, 0, 0)
                .author("commuter", 90, 4)
                .community("city-talk")
                .build();
    }

    private static List<PartScore> parts(double sexual, double suggestive) {
        return List.of(
                new PartScore("sexual", sexual, sexual >= 0.70, null),
                new PartScore("suggestive", suggestive, false, null));
    }

    /// Most of it in the middle of the left half.
    private static ActivationMap map() {
        var cells = new ArrayList<Double>();
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 7; column++) {
                double away = Math.hypot(row - 2.5, column - 2);
                cells.add(Math.max(-0.1, 1.4 - 0.5 * away));
            }
        }
        return new ActivationMap(7, 7, cells);
    }

    public static Task severe() {
        return new Sample(
                        "violence",
                        "I will find you at the station tonight and break every bone you have. Last warning.")
                .reason("Threat 0.96 is over the review threshold of 0.70.")
                .score("threat", 0.96, 0.70)
                .score("toxicity", 0.88, 0.60)
                .score("harassment", 0.63, 0.50)
                .explain("threat", Map.of("break", 1.2, "bone", 1.4, "find you", 0.8))
                .history(44, 3, 2)
                .metrics(5_300, 2, 4)
                .due(Duration.ofMinutes(38))
                .build();
    }

    /// A blind second look at what was decided before.
    public static Task second() {
        var task = harmless();
        return new Task(
                "task-second",
                TaskKind.SECOND,
                task.queue(),
                task.dueAt(),
                task.lease(),
                task.item(),
                task.evidence(),
                task.policies(),
                null,
                null,
                false,
                null);
    }

    public static QuestionView asked(String id, @Nullable String to, String question) {
        return new QuestionView(
                id,
                "task-" + id,
                "item-" + id,
                "Ann Ruiz",
                to,
                question,
                NOW.minusSeconds(180),
                null,
                null,
                null,
                harassment().item());
    }

    public static QuestionView answered(String taskId, String answer) {
        return new QuestionView(
                "question-of-" + taskId,
                taskId,
                "item-1",
                "Ann Ruiz",
                "Mina Okafor",
                "Is this satire?",
                NOW.minusSeconds(300),
                answer,
                "Mina Okafor",
                NOW.minusSeconds(20),
                null);
    }

    public static Task named(String id) {
        return leased(id, 7);
    }

    public static Task leased(String id, long number) {
        var task = harmless();
        return new Task(
                id,
                task.kind(),
                task.queue(),
                task.dueAt(),
                new Lease(number, NOW.plusSeconds(252)),
                task.item(),
                task.evidence(),
                task.policies(),
                null,
                null,
                false,
                task.reason());
    }

    public static List<PolicyBrief> policies() {
        var all = List.of(ActionType.values());
        var light = List.of(ActionType.NONE, ActionType.WARN, ActionType.RESTRICT, ActionType.REMOVE);
        return List.of(
                policy("hate", "Hate", List.of("hate"), all, ActionType.REMOVE, 3),
                policy("harassment", "Harassment", List.of("harassment", "toxicity"), all, ActionType.REMOVE, 2),
                policy("violence", "Violence", List.of("threat"), all, ActionType.REMOVE, 3),
                policy("sexual", "Sexual content", List.of("sexual", "suggestive"), all, ActionType.REMOVE, 2),
                policy("self_harm", "Self-harm", List.of("self_harm"), light, ActionType.RESTRICT, 3),
                policy("spam", "Spam", List.of("spam"), all, ActionType.REMOVE, 1),
                policy("profanity", "Profanity", List.of("profanity"), light, ActionType.WARN, 1),
                policy("misinformation", "Misinformation", List.of(), light, ActionType.RESTRICT, 2),
                policy("copyright", "Copyright", List.of(), light, ActionType.REMOVE, 2),
                policy("illegal_other", "Other illegal content", List.of(), all, ActionType.REMOVE, 3));
    }

    private static PolicyBrief policy(
            String key, String title, List<String> labels, List<ActionType> allowed, ActionType action, int severity) {
        return new PolicyBrief(
                key,
                title,
                3,
                "Posts that attack, demean or intimidate a person or a group they belong to break this policy. Strong words "
                        + "about an idea, a work or a public act do not. Look at the target, the thread and whether it "
                        + "is repeated; when it is said among friends in jest, approve.",
                labels,
                allowed,
                action,
                severity);
    }

    /// Builds a task bit by bit, with defaults that a floor would send.
    private static final class Sample {
        private final String queue;
        private final String text;
        private final List<Score> scores = new ArrayList<>();
        private final Map<String, Explanation> explanations = new java.util.HashMap<>();
        private final List<Filter> filters = new ArrayList<>();
        private final List<ReportView> reports = new ArrayList<>();
        private final List<ThreadItem> thread = new ArrayList<>();
        private final List<Precedent> precedents = new ArrayList<>();
        private final List<Media> media = new ArrayList<>();
        private final List<MediaFinding> findings = new ArrayList<>();
        private History history = History.UNKNOWN;
        private String language = "en";
        private String community = "city-talk";
        private @Nullable String parent;
        private @Nullable String reason;
        private @Nullable List<Phrase> reasonSaid;
        private ItemMetrics metrics = new ItemMetrics(0L, 0L, 0L);
        private Author author = new Author("u-9", "grumbler77", NOW.minus(Duration.ofDays(760)), 318);
        private Duration due = Duration.ofMinutes(130);
        private boolean unscored;

        Sample(String queue, String text) {
            this.queue = queue;
            this.text = text;
        }

        Sample reason(String words, Phrase... said) {
            reason = words;
            reasonSaid = said.length == 0 ? null : List.of(said);
            return this;
        }

        Sample score(String label, double score, double threshold) {
            scores.add(new Score(label, score, threshold, null, score >= threshold, MODEL));
            return this;
        }

        Sample partScore(String label, double score, double threshold, String origin) {
            scores.add(new Score(label, score, threshold, null, score >= threshold, MODEL, origin, null));
            return this;
        }

        Sample found(MediaFinding finding) {
            findings.add(finding);
            return this;
        }

        Sample explain(String label, Map<String, Double> contributions) {
            var tokens = new ArrayList<Token>();
            contributions.forEach((word, value) -> {
                int at = text.indexOf(word);
                tokens.add(new Token(at, at + word.length(), value));
            });
            double sum = tokens.stream().mapToDouble(Token::contribution).sum();
            explanations.put(label, new Explanation(tokens, -1.3, sum - 1.3));
            return this;
        }

        Sample filter(String kind, String source, String words) {
            int at = text.indexOf(words);
            filters.add(new Filter(kind, source, List.of(List.of(at, at + words.length()))));
            return this;
        }

        Sample filter(Filter match) {
            filters.add(match);
            return this;
        }

        Sample report(String policy, @Nullable String comment, int minutesAgo) {
            reports.add(new ReportView(
                    "r" + minutesAgo, "u-" + minutesAgo, policy, comment, NOW.minus(Duration.ofMinutes(minutesAgo))));
            return this;
        }

        Sample thread(String by, String said, int minutesAgo) {
            thread.add(new ThreadItem("i" + minutesAgo, by, said, NOW.minus(Duration.ofMinutes(minutesAgo)), null));
            return this;
        }

        Sample precedent(Outcome outcome, double similarity, boolean overturned, String... policies) {
            precedents.add(new Precedent("i", "d", outcome, List.of(policies), similarity, overturned));
            return this;
        }

        Sample history(int items, int violations, int strikes) {
            history = new History(items, violations, strikes, NOW.minus(Duration.ofDays(700)));
            return this;
        }

        Sample metrics(long views, long shares, long reported) {
            metrics = new ItemMetrics(views, shares, reported);
            return this;
        }

        Sample author(String name, int days, int followers) {
            author = new Author("u-" + days, name, NOW.minus(Duration.ofDays(days)), followers);
            return this;
        }

        Sample community(String name) {
            community = name;
            return this;
        }

        Sample language(String code) {
            language = code;
            return this;
        }

        Sample parent(String said) {
            parent = said;
            return this;
        }

        Sample media(Media one) {
            media.add(one);
            return this;
        }

        Sample due(Duration in) {
            due = in;
            return this;
        }

        Task build() {
            var item = new TaskItem(
                    "item-" + queue,
                    "forum",
                    "p-123",
                    text,
                    language,
                    null,
                    NOW.minus(Duration.ofMinutes(95)),
                    media,
                    author,
                    new ItemContext("t-1", parent == null ? null : "p-100", parent, community),
                    metrics,
                    Map.of(),
                    NOW.minus(Duration.ofMinutes(94)));
            var evidence =
                    new Evidence(scores, false, explanations, filters, reports, history, thread, precedents, findings);
            return new Task(
                    "task-" + queue,
                    TaskKind.FIRST,
                    queue,
                    NOW.plus(due),
                    new Lease(7, NOW.plusSeconds(252)),
                    item,
                    evidence,
                    policies(),
                    null,
                    null,
                    unscored,
                    reason,
                    reasonSaid,
                    null);
        }
    }
}
