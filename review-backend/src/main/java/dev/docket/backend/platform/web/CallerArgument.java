package dev.docket.backend.platform.web;

import dev.docket.backend.platform.Caller;
import dev.docket.backend.platform.CommonProblem;
import dev.docket.backend.platform.DomainProblem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Hands the caller to a controller method; a method that takes only one kind of caller refuses the other.
class CallerArgument implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Caller.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var servletRequest = request.getNativeRequest(HttpServletRequest.class);
        var caller = servletRequest == null
                ? null
                : CallerFilter.callerOf(servletRequest).orElse(null);
        if (caller == null) {
            throw new DomainProblem(CommonProblem.UNAUTHENTICATED, "Send Authorization: Bearer and a token.");
        }
        if (!parameter.getParameterType().isInstance(caller)) {
            throw new DomainProblem(
                    CommonProblem.FORBIDDEN,
                    caller instanceof Caller.Program
                            ? "This is for people who have signed in, not for API keys."
                            : "This is for API keys, not for people.");
        }
        return caller;
    }
}
