package dev.docket.backend.classification.verdict;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// Binds the settings of this package.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VerdictSettings.class)
class VerdictConfiguration {}
