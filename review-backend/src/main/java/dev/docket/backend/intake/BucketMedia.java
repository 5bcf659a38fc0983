package dev.docket.backend.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.backend.intake.s3.Bucket;
import dev.docket.backend.intake.s3.BucketFault;
import dev.docket.backend.intake.s3.BucketSettings;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Remembered;
import dev.docket.backend.platform.ops.HealthPart;
import dev.docket.dto.item.MediaKind;
import dev.docket.dto.ops.HealthReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Media as objects in a bucket that several floors may share, by the names that they would have as files.
///
/// A store is slower than a disk, and can hang. So what was fetched is sent there before any transaction begins, under
/// a name of its own, and copied inside the store when a row is to speak of it. Of what cannot be sent before (images
/// that come with their item, and erasure), no more than a few wait for the store at once; the next is refused with
/// 503 instead of holding a connection of the database. A filmstrip is asked for a picture at a time: what was drawn is
/// remembered for a minute, in memory only.
final class BucketMedia implements MediaStore, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BucketMedia.class);

    private static final String INCOMING = "incoming/";
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final Duration HEALTH_LASTS = Duration.ofSeconds(15);
    private static final Duration FILM_LASTS = Duration.ofMinutes(1);
    private static final long FILM_BYTES = 48L * 1024 * 1024;

    private final Bucket bucket;
    private final Incoming incoming;
    private final Clock clock;
    private final Semaphore waiting;
    private final Remembered<HealthReport.Component> health;
    private final Cache<String, byte[]> films = Caffeine.newBuilder()
            .maximumWeight(FILM_BYTES)
            .weigher((String name, byte[] film) -> film.length)
            .expireAfterWrite(FILM_LASTS)
            .build();

    private BucketMedia(Bucket bucket, Path home, int calls, Clock clock) {
        this.bucket = bucket;
        this.incoming = new Incoming(home);
        this.clock = clock;
        this.waiting = new Semaphore(calls);
        this.health = new Remembered<>(HEALTH_LASTS, this::look);
    }

    /// Tries the bucket. One that does not answer just now is no reason not to start: texts need none.
    ///
    /// @throws MediaStoreFault when only a person can mend it
    static BucketMedia open(Path home, BucketSettings settings, Clock clock) {
        try {
            return new BucketMedia(proven(Bucket.open(settings)), home, settings.calls(), clock);
        } catch (BucketFault fault) {
            throw new MediaStoreFault(fault.getMessage());
        }
    }

    private static Bucket proven(Bucket bucket) {
        try {
            bucket.prove();
        } catch (BucketFault fault) {
            if (!fault.isPassing()) {
                bucket.close();
                throw fault;
            }
            log.atWarn().addKeyValue("fault", fault.getMessage()).log("Media cannot be reached yet");
        }
        return bucket;
    }

    @Override
    public void keep(String name, byte[] bytes) {
        briefly(() -> {
            String key = MediaStore.placeOf(name);
            if (bucket.size(key).orElse(-1) != bytes.length) {
                bucket.put(key, bytes, name);
            }
        });
    }

    @Override
    public Incoming incoming() {
        return incoming;
    }

    @Override
    public Staged stage(String name, Path part) {
        String key = INCOMING + UUID.randomUUID();
        asked(() -> {
            bucket.put(key, part, name);
            return key;
        });
        return new Staged(name, part, key);
    }

    @Override
    public void keep(Staged staged) {
        briefly(() -> bucket.copy(staged.place(), MediaStore.placeOf(staged.name())));
    }

    /// What cannot be removed is swept later.
    @Override
    public void discard(Staged staged) {
        try {
            bucket.delete(staged.place());
        } catch (BucketFault fault) {
            log.atWarn().addKeyValue("fault", fault.getMessage()).log("A staged medium stays until it is swept");
        }
    }

    /// Other floors may be at work: only what is far too old to be any of theirs goes.
    @Override
    public void sweep() {
        incoming.sweep();
        try {
            bucket.olderThan(INCOMING, clock.instant().minus(ABANDONED)).forEach(bucket::delete);
        } catch (BucketFault fault) {
            log.atWarn().addKeyValue("fault", fault.getMessage()).log("Old parts of media stay");
        }
    }

    @Override
    public Optional<byte[]> read(String sha256) {
        if (!NAME.matcher(sha256).matches()) {
            return Optional.empty();
        }
        return asked(() -> bucket.get(MediaStore.placeOf(sha256), (in, said) -> bytes(in)))
                .filter(bytes -> isWhole(sha256, MediaStore.nameOf(bytes)));
    }

    /// No more than any medium has, whatever lies there.
    private static byte[] bytes(InputStream in) throws IOException {
        return in.readNBytes((int) MediaLimits.mostBytes(MediaKind.VIDEO) + 1);
    }

    private static boolean isWhole(String name, String found) {
        if (!found.equals(name)) {
            log.atError().addKeyValue("medium", name).log("A medium is not what it was when it was kept");
        }
        return found.equals(name);
    }

    @Override
    public <T> Optional<T> withFile(String sha256, Function<Path, T> reader) {
        if (!NAME.matcher(sha256).matches()) {
            return Optional.empty();
        }
        Path part = incoming.newPart();
        try {
            return asked(() -> bucket.get(MediaStore.placeOf(sha256), (in, said) -> write(in, part)))
                    .filter(found -> isWhole(sha256, found))
                    .map(found -> reader.apply(part));
        } finally {
            Incoming.remove(part);
        }
    }

    /// @return what was written, as it would be named
    private static String write(InputStream in, Path part) throws IOException {
        var digest = Digests.sha256();
        try (var through = new DigestInputStream(in, digest);
                OutputStream out = Files.newOutputStream(part)) {
            byte[] buffer = new byte[1 << 16];
            long left = MediaLimits.mostBytes(MediaKind.VIDEO);
            for (int read = through.read(buffer); read >= 0 && left >= 0; read = through.read(buffer)) {
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public Path newPart() {
        return incoming.newPart();
    }

    /// The video may have been erased while it was drawn; then nothing stays.
    @Override
    public void keepFilm(String sha256, Path part) {
        asked(() -> {
            bucket.put(filmOf(sha256), part, digestOf(part));
            if (bucket.size(MediaStore.placeOf(sha256)).isEmpty()) {
                bucket.delete(filmOf(sha256));
            }
            return sha256;
        });
    }

    private static String digestOf(Path part) {
        try {
            return Digests.sha256Hex(Files.newInputStream(part));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what was drawn of media", e);
        }
    }

    @Override
    public boolean hasFilm(String sha256) {
        return NAME.matcher(sha256).matches()
                && asked(() -> bucket.size(filmOf(sha256))).isPresent();
    }

    @Override
    public Optional<InputStream> film(String sha256) {
        if (!NAME.matcher(sha256).matches()) {
            return Optional.empty();
        }
        byte[] known = films.getIfPresent(sha256);
        return (known == null ? fetchFilm(sha256) : Optional.of(known)).map(ByteArrayInputStream::new);
    }

    private Optional<byte[]> fetchFilm(String name) {
        record Film(byte[] bytes, String said) {}
        var film = asked(() -> bucket.get(filmOf(name), (in, said) -> new Film(bytes(in), said)))
                .filter(found -> isWhole(found.said(), MediaStore.nameOf(found.bytes())))
                .map(Film::bytes);
        film.ifPresent(bytes -> films.put(name, bytes));
        return film;
    }

    private static String filmOf(String name) {
        return MediaStore.placeOf(name) + ".film";
    }

    @Override
    public void remove(String name) {
        briefly(() -> {
            bucket.delete(MediaStore.placeOf(name));
            bucket.delete(filmOf(name));
        });
        films.invalidate(name);
    }

    @Override
    public HealthReport.Component health() {
        return health.get();
    }

    private HealthReport.Component look() {
        try {
            bucket.reach();
            return new HealthReport.Component(HealthPart.UP, "Media are kept in " + bucket.place() + ".");
        } catch (BucketFault fault) {
            return new HealthReport.Component(
                    HealthPart.DOWN,
                    fault.getMessage()
                            + " Images that come with items are refused, and items with media cannot be erased.");
        }
    }

    /// For what a transaction waits for.
    private void briefly(Runnable call) {
        if (!waiting.tryAcquire()) {
            throw away();
        }
        try {
            asked(() -> {
                call.run();
                return waiting;
            });
        } finally {
            waiting.release();
        }
    }

    private static <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (BucketFault fault) {
            log.atError().addKeyValue("fault", fault.getMessage()).log("The store of media failed");
            throw away();
        }
    }

    private static DomainProblem away() {
        return new DomainProblem(
                CommonProblem.OVERLOADED, "The store of media does not answer just now; try again later.");
    }

    @Override
    public void close() {
        bucket.close();
    }
}
