package dev.docket.backend.intake.s3;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A bucket of an S3-compatible store.
///
/// An object is there whole or not at all: its length and its SHA-256 go with it, and a store that knows checksums
/// refuses what arrived otherwise. A call that gets no answer, or the answer that the store is busy, is made three
/// times. Nothing is taken from the environment, from profiles or from the machine's own identity: what the settings
/// say is all there is.
public final class Bucket implements AutoCloseable {
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final int TRIES = 3;
    private static final int NOT_FOUND = 404;
    private static final String SHA256 = "sha256";
    private static final String PROOF = "docket";
    private static final String SHA256_OF_PROOF = "7051dca8ac20aa91a4bb88d012c51caa72770847bbb54685998e4d12b786622e";

    private final S3Client client;
    private final BucketSettings settings;
    private final BucketFaults faults;

    private Bucket(S3Client client, BucketSettings settings) {
        this.client = client;
        this.settings = settings;
        this.faults = new BucketFaults(settings);
    }

    /// Calls nobody yet.
    ///
    /// @throws BucketFault with all that is wrong with the settings
    public static Bucket open(BucketSettings settings) {
        if (!settings.faults().isEmpty()) {
            throw new BucketFault(
                    "Media cannot be kept in an S3-compatible store as the settings are. "
                            + String.join(" ", settings.faults()),
                    false);
        }
        return new Bucket(client(settings), settings);
    }

    private static S3Client client(BucketSettings settings) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
                .forcePathStyle(settings.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build())
                .overrideConfiguration(patience(settings))
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(TO_CONNECT)
                        .socketTimeout(settings.patience())
                        .build());
        if (!settings.endpoint().isEmpty()) {
            builder.endpointOverride(URI.create(settings.endpoint()));
        }
        return builder.build();
    }

    private static ClientOverrideConfiguration patience(BucketSettings settings) {
        var none = ProfileFile.aggregator().build();
        return ClientOverrideConfiguration.builder()
                .defaultProfileFile(none)
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(TRIES)
                        .build())
                .build();
    }

    /// For people: which bucket, and where.
    public String place() {
        return settings.place();
    }

    /// @param sha256 of the bytes, in hex
    public void put(String key, byte[] bytes, String sha256) {
        put(key, RequestBody.fromBytes(bytes), sha256);
    }

    /// @param sha256 of the file, in hex
    public void put(String key, Path file, String sha256) {
        put(key, RequestBody.fromFile(file), sha256);
    }

    private void put(String key, RequestBody body, String sha256) {
        var request = PutObjectRequest.builder()
                .bucket(settings.bucket())
                .key(settings.prefix() + key)
                .contentType("application/octet-stream")
                .checksumSHA256(
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)))
                .metadata(Map.of(SHA256, sha256))
                .build();
        asked(() -> client.putObject(request, body));
    }

    /// Empty when there is no such object.
    public OptionalLong size(String key) {
        return found(() -> client.headObject(
                        request -> request.bucket(settings.bucket()).key(settings.prefix() + key)))
                .map(head -> OptionalLong.of(head.contentLength()))
                .orElseGet(OptionalLong::empty);
    }

    /// Reads an object's bytes; may be called again from the beginning when they stop coming.
    @FunctionalInterface
    public interface Reading<T> {
        /// @param sha256 that the object was put with, in hex; empty when it does not say
        T read(InputStream in, String sha256) throws IOException;
    }

    /// Empty when there is no such object.
    public <T> Optional<T> get(String key, Reading<T> reading) {
        return found(() -> client.getObject(
                request -> request.bucket(settings.bucket()).key(settings.prefix() + key),
                (head, in) -> whole(reading, in, head.metadata().getOrDefault(SHA256, ""))));
    }

    /// What breaks off is worth another try.
    private static <T> T whole(Reading<T> reading, InputStream in, String sha256) {
        try {
            return reading.read(in, sha256);
        } catch (IOException brokenOff) {
            throw RetryableException.create("The answer broke off", brokenOff);
        }
    }

    /// Inside the store; the copy is there whole or not at all.
    public void copy(String from, String to) {
        asked(() -> client.copyObject(request -> request.sourceBucket(settings.bucket())
                .sourceKey(settings.prefix() + from)
                .destinationBucket(settings.bucket())
                .destinationKey(settings.prefix() + to)));
    }

    /// Does nothing when there is no such object.
    ///
    /// @throws BucketFault also when the store would keep what is deleted
    public void delete(String key) {
        var answer = asked(() ->
                client.deleteObject(request -> request.bucket(settings.bucket()).key(settings.prefix() + key)));
        if (Boolean.TRUE.equals(answer.deleteMarker())) {
            throw keepsVersions();
        }
    }

    /// The keys that begin so and were last written before then.
    public List<String> olderThan(String beginning, Instant then) {
        return asked(() -> client
                .listObjectsV2Paginator(
                        request -> request.bucket(settings.bucket()).prefix(settings.prefix() + beginning))
                .contents()
                .stream()
                .filter(object -> object.lastModified().isBefore(then))
                .map(object -> object.key().substring(settings.prefix().length()))
                .toList());
    }

    /// Writes, reads and deletes a small object, and asks whether deleted means gone.
    ///
    /// @throws BucketFault with what to mend
    public void prove() {
        if (asked(this::versioning) == BucketVersioningStatus.ENABLED) {
            throw keepsVersions();
        }
        String key = "incoming/" + UUID.randomUUID();
        put(key, PROOF.getBytes(StandardCharsets.US_ASCII), SHA256_OF_PROOF);
        var read = get(key, (in, sha256) -> new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        delete(key);
        if (!read.equals(Optional.of(PROOF))) {
            throw new BucketFault("What was written to " + place() + " could not be read again.", false);
        }
    }

    /// A store that does not know the question keeps no versions; one that does not let it be asked is asked by what
    /// it says of each deletion.
    private BucketVersioningStatus versioning() {
        try {
            var status = client.getBucketVersioning(request -> request.bucket(settings.bucket()))
                    .status();
            return status == null ? BucketVersioningStatus.UNKNOWN_TO_SDK_VERSION : status;
        } catch (S3Exception refused) {
            if (BucketFaults.isUnknown(refused) || BucketFaults.isDenied(refused)) {
                return BucketVersioningStatus.UNKNOWN_TO_SDK_VERSION;
            }
            throw refused;
        }
    }

    /// Whether the store answers, and soon: who asks for the floor's health does not wait for three tries.
    ///
    /// @throws BucketFault when it does not
    public void reach() {
        found(() -> client.headObject(request -> request.bucket(settings.bucket())
                .key(settings.prefix() + "incoming/nothing")
                .overrideConfiguration(how -> how.apiCallTimeout(TO_CONNECT))));
    }

    private BucketFault keepsVersions() {
        return new BucketFault(
                "In " + place() + " nothing is ever gone, for it keeps versions; erased media must be. Choose a bucket"
                        + " without versioning.",
                false);
    }

    private <T> Optional<T> found(Supplier<T> call) {
        return asked(() -> {
            try {
                return Optional.of(call.get());
            } catch (NoSuchKeyException none) {
                return Optional.empty();
            } catch (S3Exception other) {
                if (other.statusCode() == NOT_FOUND && !BucketFaults.isNoBucket(other)) {
                    return Optional.empty();
                }
                throw other;
            }
        });
    }

    private <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException fault) {
            throw faults.of(fault);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
