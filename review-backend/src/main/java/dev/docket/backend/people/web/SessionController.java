package dev.docket.backend.people.web;

import dev.docket.backend.people.Sessions;
import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.Requires;
import dev.docket.backend.platform.access.Tokens;
import dev.docket.dto.Paths;
import dev.docket.dto.people.Session;
import dev.docket.dto.people.SignIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Paths.SESSION)
class SessionController {
    private final Sessions sessions;

    SessionController(Sessions sessions) {
        this.sessions = sessions;
    }

    @PostMapping
    @Requires(open = true)
    Session open(@RequestBody SignIn signIn) {
        return sessions.open(signIn.username(), signIn.password());
    }

    @DeleteMapping
    @Requires(anyone = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Caller.Person caller, @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        Tokens.bearer(authorization).ifPresent(token -> sessions.close(caller.actor(), token));
    }
}
