package dev.docket.backend.intake;

import dev.docket.backend.intake.s3.BucketSettings;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Binds the settings of this module, and chooses where media are kept.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MediaSettings.class, BucketSettings.class})
class IntakeConfiguration {
    @Bean
    MediaStore mediaStore(@Value("${docket.home}") Path home, BucketSettings bucket, Clock clock) {
        return bucket.isWanted() ? BucketMedia.open(home, bucket, clock) : new HomeMedia(home);
    }
}
