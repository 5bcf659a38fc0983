package dev.docket.backend.filters;

import dev.docket.backend.filters.StoredHashes.Candidate;
import dev.docket.backend.intake.Item;
import dev.docket.backend.intake.Items;
import dev.docket.backend.intake.MediaBytes;
import dev.docket.backend.models.PictureHashes;
import dev.docket.dto.filter.BankPurpose;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.review.Evidence;
import dev.docket.model.filter.Term;
import dev.docket.model.image.PdqHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Runs the fast filters over items before any model reads them.
///
/// A match is evidence, and asks for a person or for a policy's action as its bank or list says;
/// nothing here allows an item. When a filter itself fails, a person sees the item.
@Component
public class Filters {
    private static final Logger log = LoggerFactory.getLogger(Filters.class);
    private static final Duration RATE_WINDOW = Duration.ofMinutes(1);

    private final KnownTerms terms;
    private final KnownHashes hashes;
    private final StoredHashes stored;
    private final Items items;
    private final MediaBytes media;
    private final PictureHashes pictures;
    private final FilterSettings settings;

    Filters(
            KnownTerms terms,
            KnownHashes hashes,
            StoredHashes stored,
            Items items,
            MediaBytes media,
            PictureHashes pictures,
            FilterSettings settings) {
        this.terms = terms;
        this.hashes = hashes;
        this.stored = stored;
        this.items = items;
        this.media = media;
        this.pictures = pictures;
        this.settings = settings;
    }

    /// What the filters say of each item. Outside any transaction, for images are read and
    /// hashed.
    public Map<UUID, Sifted> sift(Collection<Item> batch) {
        return sift(batch, item -> List.of());
    }

    /// The same, with what else an item says than its own text.
    public Map<UUID, Sifted> sift(Collection<Item> batch, Function<UUID, List<PartText>> others) {
        var sifted = new HashMap<UUID, Sifted>();
        var matches = new LinkedHashMap<UUID, List<Match>>();
        batch.forEach(item -> matches.put(item.id(), new ArrayList<>()));
        try {
            batch.forEach(item -> {
                list(matches, item.id()).addAll(inText(item));
                others.apply(item.id())
                        .forEach(other -> list(matches, item.id()).addAll(inOther(item, other)));
            });
            inImages(batch, matches);
            rate(matches);
        } catch (RuntimeException fault) {
            var failed = failed(fault);
            batch.forEach(item -> sifted.put(item.id(), failed));
            return sifted;
        }
        matches.forEach((item, found) -> sifted.put(item, Match.together(found)));
        return sifted;
    }

    /// What the blocklists say of a text that is not stored.
    public Sifted siftText(String text) {
        try {
            return Match.together(terms.in(text, Term.ANY_LANGUAGE));
        } catch (RuntimeException fault) {
            return failed(fault);
        }
    }

    /// What the blocklists say of a text of an item that is not stored.
    public Sifted siftText(PartText part) {
        try {
            return Match.together(terms.in(part.text(), Term.ANY_LANGUAGE).stream()
                    .map(match -> match.in(part.origin()))
                    .toList());
        } catch (RuntimeException fault) {
            return failed(fault);
        }
    }

    /// What the hash banks say of an image that is not stored.
    public Sifted siftImage(byte[] image) {
        try {
            return hashes.isEmpty() ? Sifted.NOTHING : inBanks(print(image));
        } catch (RuntimeException fault) {
            return failed(fault);
        }
    }

    private Sifted inBanks(Print print) {
        var met = met(print, candidates(List.of(print)));
        return Match.together(met.stream().map(Filters::match).distinct().toList());
    }

    private static Sifted failed(RuntimeException fault) {
        log.atError()
                .addKeyValue("fault", fault.getClass().getSimpleName())
                .log("The filters failed; people see what they failed at");
        return Sifted.FAILED;
    }

    private List<Match> inText(Item item) {
        var content = item.content();
        if (content == null || content.text() == null || content.text().isEmpty()) {
            return List.of();
        }
        return terms.inItem(content.text(), language(item));
    }

    private List<Match> inOther(Item item, PartText other) {
        return terms.inItem(other.text(), language(item)).stream()
                .map(match -> match.in(other.origin()))
                .toList();
    }

    private static String language(Item item) {
        var content = item.content();
        return content == null || content.language() == null ? Term.ANY_LANGUAGE : content.language();
    }

    private void inImages(Collection<Item> batch, Map<UUID, List<Match>> matches) {
        if (hashes.isEmpty()) {
            return;
        }
        var prints = new LinkedHashMap<UUID, List<Print>>();
        for (Item item : batch) {
            var images = images(item);
            if (!images.isEmpty()) {
                prints.put(item.id(), images);
            }
        }
        if (prints.isEmpty()) {
            return;
        }
        var candidates =
                candidates(prints.values().stream().flatMap(List::stream).toList());
        var metHashes = new ArrayList<Long>();
        var metItems = new ArrayList<UUID>();
        prints.forEach((item, images) -> {
            var met = new LinkedHashSet<Candidate>();
            images.forEach(image -> met.addAll(met(image, candidates)));
            met.forEach(one -> {
                metHashes.add(one.id());
                metItems.add(item);
            });
            met.stream().map(Filters::match).distinct().forEach(list(matches, item)::add);
        });
        if (!metHashes.isEmpty()) {
            stored.met(metHashes, metItems);
        }
    }

    private List<Print> images(Item item) {
        return item.media().stream()
                .filter(medium -> medium.kind() == MediaKind.IMAGE)
                .flatMap(medium -> Optional.ofNullable(medium.sha256()).flatMap(media::read).stream())
                .map(this::print)
                .toList();
    }

    private Print print(byte[] image) {
        return Print.of(image, hashes.hasLooks() ? pictures.dihedral(image) : List.of());
    }

    private List<Candidate> candidates(List<Print> prints) {
        var near = new LinkedHashSet<Long>();
        prints.forEach(print -> near.addAll(near(print).keySet()));
        var candidates = stored.candidates(
                prints.stream().map(Print::sha256).toList(),
                prints.stream().map(Print::md5).toList(),
                near);
        candidates.forEach(candidate -> near.remove(candidate.id()));
        hashes.dropDead(near);
        return candidates;
    }

    private Map<Long, Integer> near(Print print) {
        return hashes.near(print.positions());
    }

    /// Those that the image meets. One that is known to be good silences what is no nearer than
    /// it.
    private List<Candidate> met(Print print, List<Candidate> candidates) {
        var near = near(print);
        var distances = new LinkedHashMap<Candidate, Integer>();
        for (Candidate candidate : candidates) {
            Integer distance = print.distance(candidate, near);
            if (distance != null) {
                distances.put(candidate, distance);
            }
        }
        int good = distances.entrySet().stream()
                .filter(met -> met.getKey().purpose() == BankPurpose.KNOWN_GOOD)
                .mapToInt(Map.Entry::getValue)
                .min()
                .orElse(PdqHash.ALIKE + 1);
        return distances.entrySet().stream()
                .filter(met -> met.getKey().purpose() == BankPurpose.HARMFUL && met.getValue() < good)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Match match(Candidate met) {
        return new Match(
                new Evidence.Filter(Match.HASH, met.bank(), List.of()),
                met.effect(),
                met.policy(),
                met.severity(),
                met.bank());
    }

    private void rate(Map<UUID, List<Match>> matches) {
        int most = settings.authorRate();
        if (most <= 0) {
            return;
        }
        items.sentByAuthor(matches.keySet(), RATE_WINDOW, most).forEach((item, sent) -> {
            if (sent >= most) {
                list(matches, item).add(Match.told(Match.RATE, "\u2265 " + most + "/min"));
            }
        });
    }

    private static List<Match> list(Map<UUID, List<Match>> matches, UUID item) {
        return Objects.requireNonNull(matches.get(item));
    }
}
