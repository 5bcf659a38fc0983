package dev.docket.backend.intake.s3;

import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What people can do about what a store answers.
final class BucketFaults {
    private static final Set<String> KEYS = Set.of("InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken");
    private static final Set<String> ELSEWHERE =
            Set.of("PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException");
    private static final Set<String> NO_BUCKET = Set.of("NoSuchBucket");
    private static final Set<String> CLOCK = Set.of("RequestTimeTooSkewed");
    private static final Set<Integer> BUSY = Set.of(408, 429);
    private static final Set<Integer> UNKNOWN = Set.of(400, 404, 405, 501);

    private final BucketSettings settings;

    BucketFaults(BucketSettings settings) {
        this.settings = settings;
    }

    static boolean isNoBucket(S3Exception refused) {
        return NO_BUCKET.contains(code(refused));
    }

    static boolean isUnknown(S3Exception refused) {
        return UNKNOWN.contains(refused.statusCode()) && !isNoBucket(refused) && !CLOCK.contains(code(refused));
    }

    static boolean isDenied(S3Exception refused) {
        return code(refused).equals("AccessDenied");
    }

    BucketFault of(SdkException fault) {
        return fault instanceof S3Exception refused ? of(refused) : nobody(fault);
    }

    private BucketFault nobody(SdkException fault) {
        Throwable deepest = fault;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return new BucketFault(
                "Nobody answers for " + settings.place() + " ("
                        + deepest.getClass().getSimpleName()
                        + "). See that the store runs, and that docket.media.s3.endpoint is its address.",
                true);
    }

    private BucketFault of(S3Exception refused) {
        if (refused.statusCode() >= 500 || BUSY.contains(refused.statusCode())) {
            return new BucketFault(
                    "The store is not well: for " + settings.place() + " it answers " + refused.statusCode() + ".",
                    true);
        }
        return new BucketFault(advice(code(refused), refused.statusCode()), false);
    }

    private String advice(String code, int status) {
        String place = settings.place();
        if (KEYS.contains(code)) {
            return "The keys are not those of " + place
                    + ". Check DOCKET_S3_ACCESS_KEY and DOCKET_S3_SECRET_KEY, and docket.media.s3.region.";
        }
        if (NO_BUCKET.contains(code)) {
            return "There is no such thing as " + place + ". Make the bucket, or name another in"
                    + " docket.media.s3.bucket.";
        }
        if (ELSEWHERE.contains(code) || status == 301) {
            return "The region is not that of " + place + ". Check docket.media.s3.region.";
        }
        if (CLOCK.contains(code)) {
            return "This machine's clock and that of " + place + " are too far apart. Set it.";
        }
        if (status == 403) {
            return "The keys may not do enough in " + place
                    + ": they need s3:GetObject, s3:PutObject, s3:DeleteObject and s3:ListBucket.";
        }
        return "For " + place + " the store answers " + status + (code.isEmpty() ? "." : " " + code + ".");
    }

    private static String code(S3Exception refused) {
        var details = refused.awsErrorDetails();
        return details == null || details.errorCode() == null ? "" : details.errorCode();
    }
}
