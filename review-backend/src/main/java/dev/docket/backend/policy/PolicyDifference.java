package dev.docket.backend.policy;

import dev.docket.backend.policy.Policy.LabelThreshold;
import dev.docket.dto.policy.PolicyDiff.Field;
import dev.docket.dto.policy.PolicyDiff.Kind;
import dev.docket.dto.policy.PolicyDiff.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// How two versions differ: fields in words, the text by lines.
///
/// Lines are compared by their longest common subsequence, quadratic in the number of lines that
/// are neither in the
/// common beginning nor in the common end; a policy's text has a few hundred at most.
final class PolicyDifference {
    private final Policy before;
    private final Policy after;

    PolicyDifference(Policy before, Policy after) {
        this.before = before;
        this.after = after;
    }

    /// The names of what differs.
    List<String> changed() {
        return Stream.concat(
                        before.text().equals(after.text()) ? Stream.empty() : Stream.of("text"),
                        fields().stream().map(Field::field))
                .toList();
    }

    List<Field> fields() {
        var was = words(before);
        var is = words(after);
        var names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        return names.stream()
                .map(name -> new Field(name, was.getOrDefault(name, ""), is.getOrDefault(name, "")))
                .filter(field -> !field.before().equals(field.after()))
                .toList();
    }

    List<Line> lines() {
        var was = before.text().lines().toList();
        var is = after.text().lines().toList();
        int head = 0;
        while (head < Math.min(was.size(), is.size()) && was.get(head).equals(is.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(was.size(), is.size()) - head
                && was.get(was.size() - 1 - tail).equals(is.get(is.size() - 1 - tail))) {
            tail++;
        }
        var lines = new ArrayList<Line>();
        was.subList(0, head).forEach(line -> lines.add(new Line(Kind.SAME, line)));
        lines.addAll(middle(was.subList(head, was.size() - tail), is.subList(head, is.size() - tail)));
        was.subList(was.size() - tail, was.size()).forEach(line -> lines.add(new Line(Kind.SAME, line)));
        return lines;
    }

    private static List<Line> middle(List<String> was, List<String> is) {
        int[][] common = common(was, is);
        var lines = new ArrayList<Line>();
        int i = 0;
        int j = 0;
        while (i < was.size() || j < is.size()) {
            if (i < was.size() && j < is.size() && was.get(i).equals(is.get(j))) {
                lines.add(new Line(Kind.SAME, was.get(i)));
                i++;
                j++;
            } else if (j == is.size() || (i < was.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Kind.REMOVED, was.get(i++)));
            } else {
                lines.add(new Line(Kind.ADDED, is.get(j++)));
            }
        }
        return lines;
    }

    private static int[][] common(List<String> was, List<String> is) {
        int[][] common = new int[was.size() + 1][is.size() + 1];
        for (int i = was.size() - 1; i >= 0; i--) {
            for (int j = is.size() - 1; j >= 0; j--) {
                common[i][j] = was.get(i).equals(is.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static Map<String, String> words(Policy policy) {
        var terms = policy.terms();
        var words = new LinkedHashMap<String, String>();
        words.put("title", policy.title());
        words.put("defaultSeverity", String.valueOf(policy.defaultSeverity()));
        words.put("minSeverity", String.valueOf(terms.minSeverity()));
        words.put("maxSeverity", String.valueOf(terms.maxSeverity()));
        words.put(
                "allowedActions",
                String.join(
                        ", ", policy.allowedActions().stream().map(Enum::name).toList()));
        words.put("defaultAction", policy.defaultAction().name());
        words.put("minimumRole", terms.minimumRole().name());
        words.put("skills", String.join(", ", terms.skills()));
        words.put("graceSeconds", terms.graceSeconds() == null ? "" : String.valueOf(terms.graceSeconds()));
        words.put("dsaCategory", Objects.requireNonNullElse(terms.dsaCategory(), ""));
        words.put("active", String.valueOf(policy.active()));
        policy.labels().forEach(label -> words.put("labels/" + label.label() + "/" + label.language(), words(label)));
        return words;
    }

    private static String words(LabelThreshold label) {
        String act = label.act() == null ? "never" : String.format(Locale.ROOT, "%.3f", label.act());
        return String.format(
                Locale.ROOT, "review %.3f, act %s%s", label.review(), act, label.primary() ? ", primary" : "");
    }
}
