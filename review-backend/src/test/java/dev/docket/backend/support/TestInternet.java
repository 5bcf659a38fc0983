package dev.docket.backend.support;

import dev.docket.backend.intake.fetch.Internet;
import dev.docket.backend.intake.fetch.LocalInternet;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// This machine's own servers count as public ones, so that a test can be a platform's.
@TestConfiguration(proxyBeanMethods = false)
class TestInternet {
    @Bean
    @Primary
    Internet localInternet() {
        return new LocalInternet();
    }
}
