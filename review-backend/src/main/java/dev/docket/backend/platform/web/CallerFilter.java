package dev.docket.backend.platform.web;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.access.Credentials;
import dev.docket.backend.platform.access.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who is calling. A credential that is sent must be good, whatever is asked for with it.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class CallerFilter extends OncePerRequestFilter {
    private static final String CALLER = Caller.class.getName();

    private final Credentials credentials;
    private final Problems problems;

    CallerFilter(Credentials credentials, Problems problems) {
        this.credentials = credentials;
        this.problems = problems;
    }

    static Optional<Caller> callerOf(HttpServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(CALLER));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            try {
                request.setAttribute(CALLER, identify(request));
            } catch (DomainProblem refused) {
                problems.write(refused, request, response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private Caller identify(HttpServletRequest request) {
        try {
            return Tokens.bearer(request.getHeader(HttpHeaders.AUTHORIZATION))
                    .flatMap(credentials::callerOf)
                    .orElseThrow(() -> new DomainProblem(
                            CommonProblem.UNAUTHENTICATED,
                            "The credential is not valid, or no longer; sign in again."));
        } catch (DataAccessException | TransactionException e) {
            throw new DomainProblem(CommonProblem.OVERLOADED, "The database does not answer just now; try again.");
        }
    }
}
