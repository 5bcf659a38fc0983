package dev.docket.backend.people;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Argon2id with 19 MiB and two passes, as OWASP advises. A few at a time: each takes its
/// memory, and a storm of sign-ins must not take the floor's.
@Component
class Passwords {
    private static final int AT_ONCE = 4;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final String nobodys = encoder.encode("nobody has this password");

    String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            places.release();
        }
    }

    /// Takes as long for a name that does not exist (null) as for a wrong password.
    boolean matches(String password, @Nullable String hash) {
        places.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash == null ? nobodys : hash) && hash != null;
        } finally {
            places.release();
        }
    }
}
