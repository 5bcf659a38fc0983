package dev.docket.backend.platform.web;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import dev.docket.backend.platform.Requires;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets a request through to an endpoint that [Requires] what its caller has. An endpoint that requires nothing in
/// words answers nobody: a right forgotten is a door shut, not a door open.
class RightsInterceptor implements HandlerInterceptor {
    /// The served OpenAPI document is a library's controller, and public.
    private static final String OPENAPI = "org.springdoc.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && !method.getBeanType().getName().startsWith(OPENAPI)) {
            check(
                    method.getMethodAnnotation(Requires.class),
                    CallerFilter.callerOf(request).orElse(null));
        }
        return true;
    }

    static void check(@Nullable Requires required, @Nullable Caller caller) {
        if (required != null && required.open()) {
            return;
        }
        if (caller == null) {
            throw new DomainProblem(CommonProblem.UNAUTHENTICATED, "Send Authorization: Bearer and a token.");
        }
        if (required == null || !allows(required, caller)) {
            throw new DomainProblem(CommonProblem.FORBIDDEN, "Ask an administrator for the right.");
        }
    }

    private static boolean allows(Requires required, Caller caller) {
        return required.anyone()
                || switch (caller) {
                    case Caller.Person person -> Arrays.stream(required.roles()).anyMatch(person::is);
                    case Caller.Program program ->
                        Arrays.stream(required.scopes()).anyMatch(program.scopes()::contains);
                };
    }
}
