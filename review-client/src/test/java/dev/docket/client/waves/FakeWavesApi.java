package dev.docket.client.waves;

import dev.docket.client.common.ApiProblem;
import dev.docket.client.common.Offline;
import dev.docket.client.common.media.SamplePictures;
import dev.docket.dto.item.ItemContent;
import dev.docket.dto.item.ItemState;
import dev.docket.dto.item.ItemView;
import dev.docket.dto.item.Media;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.precedents.WaveDecision;
import dev.docket.dto.precedents.WaveState;
import dev.docket.dto.precedents.WaveSummary;
import dev.docket.dto.precedents.WaveTurn;
import dev.docket.dto.precedents.WaveView;
import dev.docket.dto.precedents.WaveView.Member;
import dev.docket.dto.precedents.WaveView.MemberState;
import dev.docket.dto.problem.Problem;
import dev.docket.dto.problem.Slug;
import dev.docket.dto.quality.PersonName;
import dev.docket.dto.review.Action;
import dev.docket.dto.review.ActionType;
import dev.docket.dto.review.DecisionState;
import dev.docket.dto.review.Outcome;
import dev.docket.dto.review.PolicyBrief;
import dev.docket.dto.review.Violation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A floor with near-duplicates: small waves are decided at once, large ones wait for somebody else.
final class FakeWavesApi implements WavesApi {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final PersonName ME = new PersonName("me", "Robin Sample");
    static final PersonName ANA = new PersonName("ana", "Ana Ortiz");
    private static final WaveView.Limits LIMITS = new WaveView.Limits(25, 40);
    private static final String OFFER = "Free followers for everybody who answers within the next ten minutes";

    final Map<String, WaveView> waves = new LinkedHashMap<>();
    final List<WaveDecision> decisions = new ArrayList<>();
    final List<String> deeds = new ArrayList<>();
    boolean offline;

    @Nullable String refuses;

    /// The item that has an image.
    @Nullable String pictured;

    FakeWavesApi() {
        add(waiting("w1", "spam", 4));
        add(waiting("w2", "harassment", 3));
    }

    void add(WaveView wave) {
        waves.put(wave.wave().id(), wave);
    }

    @Override
    public List<WaveSummary> waves() throws ApiProblem, Offline {
        answer();
        return waves.values().stream().map(WaveView::wave).toList();
    }

    @Override
    public WaveView wave(String id) throws ApiProblem, Offline {
        answer();
        if (!waves.containsKey(id)) {
            throw problem(Slug.NOT_FOUND);
        }
        return waves.get(id);
    }

    @Override
    public List<PolicyBrief> policies() throws ApiProblem, Offline {
        answer();
        return List.of(
                policy("harassment", "Harassment", 2),
                policy("hate", "Hate", 3),
                policy("violence", "Violence", 4),
                policy("spam", "Spam", 1));
    }

    private static PolicyBrief policy(String key, String title, int severity) {
        return new PolicyBrief(
                key,
                title,
                1,
                "What it says.",
                List.of(key),
                key.equals("violence")
                        ? List.of(ActionType.WARN, ActionType.REMOVE, ActionType.BAN)
                        : List.of(ActionType.WARN, ActionType.REMOVE),
                ActionType.REMOVE,
                severity);
    }

    @Override
    public ItemView item(String itemId) throws ApiProblem, Offline {
        answer();
        var media = pictured != null && itemId.startsWith(pictured)
                ? List.of(new Media(MediaKind.IMAGE, null, "urn:sha256:aa", "The flyer"))
                : List.<Media>of();
        var content = new ItemContent(
                "forum", "p-" + itemId, OFFER + ", whole.", "en", null, null, media, null, null, null, null);
        return new ItemView(
                itemId,
                "forum",
                "p-" + itemId,
                ItemState.IN_REVIEW,
                NOW.minus(Duration.ofHours(3)),
                content,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                List.of());
    }

    @Override
    public WaveView decide(String id, WaveDecision decision) throws ApiProblem, Offline {
        answer();
        decisions.add(decision);
        var out = decision.except() == null ? Set.<String>of() : Set.copyOf(decision.except());
        var from = waves.remove(id);
        boolean alone = from.members().size() - out.size() <= LIMITS.alone();
        var made = made(
                "d-" + id,
                from,
                alone ? WaveState.DECIDED : WaveState.AWAITING_APPROVAL,
                ME,
                out,
                decision.outcome(),
                decision.violations());
        add(made);
        return made;
    }

    @Override
    public WaveView look(String id, WaveDecision finding) throws ApiProblem, Offline {
        answer();
        decisions.add(finding);
        deeds.add("look " + id + " " + finding.outcome());
        return finding.outcome() == Outcome.APPROVE
                ? move(id, WaveState.DECIDED, MemberState.DECIDED, DecisionState.HELD)
                : move(id, WaveState.DISPUTED, MemberState.WAITING, null);
    }

    @Override
    public WaveView settle(String id, WaveDecision finding) throws ApiProblem, Offline {
        answer();
        decisions.add(finding);
        deeds.add("settle " + id + " " + finding.outcome());
        return move(id, WaveState.DECIDED, MemberState.DECIDED, DecisionState.HELD);
    }

    @Override
    public void refuse(String id) throws ApiProblem, Offline {
        answer();
        deeds.add("refuse " + id);
        move(id, WaveState.REFUSED, MemberState.WAITING, null);
    }

    @Override
    public void undo(String id) throws ApiProblem, Offline {
        answer();
        deeds.add("undo " + id);
        move(id, WaveState.UNDONE, MemberState.UNDONE, DecisionState.UNDONE);
    }

    @Override
    public WaveView reverse(String id, String reasons) throws ApiProblem, Offline {
        answer();
        deeds.add("reverse " + id + " " + reasons);
        return move(id, WaveState.REVERSED, MemberState.REVERSED, DecisionState.SUPERSEDED);
    }

    private WaveView move(String id, WaveState to, MemberState each, @Nullable DecisionState decision) {
        var from = waves.get(id);
        var members = from.members().stream()
                .map(one -> one.state() == MemberState.EXCEPTED ? one : member(one, each, decision))
                .toList();
        var moved = new WaveView(
                summary(
                        id,
                        to,
                        from.wave().queue(),
                        from.wave().size(),
                        from.wave().by()),
                members,
                from.finding(),
                null,
                to == WaveState.DECIDED ? NOW.plusSeconds(15) : null,
                false,
                WaveTurn.NOTHING,
                LIMITS);
        add(moved);
        return moved;
    }

    private static Member member(Member one, MemberState state, @Nullable DecisionState decision) {
        return new Member(
                one.itemId(), one.text(), one.author(), one.queue(), one.media(), one.similarity(), state, decision);
    }

    static WaveView waiting(String id, String queue, int size) {
        var members = new ArrayList<Member>();
        for (int i = 0; i < size; i++) {
            members.add(new Member(
                    i == 0 ? id : id + "-" + i,
                    i % 5 == 4 ? null : OFFER + (i == 0 ? "." : ", friend " + i + ", and tell everybody you know."),
                    i == 2 ? null : "Sam Poster " + i,
                    i == 3 ? "hate" : queue,
                    i % 5 == 4 ? 1 : 0,
                    1 - i * 0.011,
                    MemberState.WAITING,
                    null));
        }
        return new WaveView(
                summary(id, WaveState.WAITING, queue, size, null),
                members,
                null,
                null,
                null,
                size > LIMITS.alone(),
                WaveTurn.DECIDE,
                LIMITS);
    }

    /// As somebody decided it, or asks for it.
    static WaveView made(
            String id,
            WaveView from,
            WaveState state,
            PersonName by,
            Set<String> out,
            Outcome outcome,
            @Nullable List<Violation> violations) {
        boolean decided = state == WaveState.DECIDED;
        var members = from.members().stream()
                .map(one -> out.contains(one.itemId())
                        ? member(one, MemberState.EXCEPTED, null)
                        : member(
                                one,
                                decided ? MemberState.DECIDED : MemberState.WAITING,
                                decided ? DecisionState.HELD : null))
                .toList();
        boolean mine = by.equals(ME);
        if (!decided && !mine) {
            members = members.stream()
                    .filter(one -> one.state() != MemberState.EXCEPTED)
                    .toList();
        }
        return new WaveView(
                summary(
                        id,
                        state,
                        from.wave().queue(),
                        from.members().size() - out.size(),
                        decided || mine ? by : null),
                members,
                decided || mine ? finding(by, outcome, violations) : null,
                null,
                decided ? NOW.plusSeconds(15) : null,
                !decided,
                decided ? WaveTurn.NOTHING : mine ? WaveTurn.WITHDRAW : WaveTurn.LOOK,
                LIMITS);
    }

    private static WaveView.Finding finding(PersonName by, Outcome outcome, @Nullable List<Violation> violations) {
        return new WaveView.Finding(
                outcome,
                violations == null ? List.of() : violations,
                outcome == Outcome.VIOLATION ? List.of(new Action(ActionType.REMOVE, null)) : List.of(),
                "Advertising that repeats itself.",
                by,
                null);
    }

    /// Two people found different things of it, and this person may settle it.
    static WaveView disputed(String id, int size) {
        var from = waiting(id, "harassment", size);
        return new WaveView(
                summary(id, WaveState.DISPUTED, "harassment", size, null),
                from.members(),
                null,
                List.of(
                        new WaveView.Side(
                                Outcome.VIOLATION,
                                List.of(new Violation("violence", 4, null, null, null)),
                                List.of(new Action(ActionType.BAN, null)),
                                "It calls for harm to a named person."),
                        new WaveView.Side(Outcome.APPROVE, List.of(), List.of(), null)),
                null,
                true,
                WaveTurn.SETTLE,
                LIMITS);
    }

    private static WaveSummary summary(String id, WaveState state, String queue, int size, @Nullable PersonName by) {
        return new WaveSummary(
                id,
                state,
                OFFER + ".",
                queue,
                size,
                state == WaveState.DECIDED ? size : 0,
                NOW.minus(Duration.ofMinutes(85)),
                by);
    }

    private void answer() throws ApiProblem, Offline {
        if (offline) {
            throw new Offline(new IOException("no floor"));
        }
        if (refuses != null) {
            throw problem(refuses);
        }
    }

    private static ApiProblem problem(String slug) {
        return new ApiProblem(new Problem(Problem.TYPE_PREFIX + slug, slug, 409, null, "trace-1", null));
    }

    @Override
    public byte[] picture(String itemId, int index, int side, double second) {
        return SamplePictures.picture(index, side, second);
    }
}
