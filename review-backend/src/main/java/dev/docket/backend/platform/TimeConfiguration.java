package dev.docket.backend.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The clock everybody asks, and the jobs that run by it. Leases go by the database's clock instead.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TimeConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
