package dev.docket.backend.platform.live;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.platform.access.Credentials;
import dev.docket.backend.platform.access.Tokens;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Role;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

@RestController
class LiveController {
    private static final long NO_TIMEOUT = 0L;

    private final LiveFeed feed;
    private final Credentials credentials;

    LiveController(LiveFeed feed, Credentials credentials) {
        this.feed = feed;
        this.credentials = credentials;
    }

    @GetMapping(path = Paths.EVENTS, produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Requires(roles = {Role.MODERATOR, Role.SENIOR, Role.SUPERVISOR, Role.POLICY, Role.ML, Role.ADMIN})
    ResponseEntity<ResponseBodyEmitter> events(
            Caller.Person caller, @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        var stream = new ResponseBodyEmitter(NO_TIMEOUT);
        if (!feed.join(new Subscriber(caller, stream, () -> isGood(authorization)))) {
            throw new DomainProblem(CommonProblem.OVERLOADED, "The floor is stopping; connect again in a moment.");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(stream);
    }

    /// A database that does not answer revokes nobody.
    private boolean isGood(String authorization) {
        try {
            return Tokens.bearer(authorization).flatMap(credentials::callerOf).isPresent();
        } catch (DataAccessException | TransactionException away) {
            return true;
        }
    }
}
