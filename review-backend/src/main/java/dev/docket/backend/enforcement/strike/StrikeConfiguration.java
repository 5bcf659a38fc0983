package dev.docket.backend.enforcement.strike;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StrikeSettings.class)
class StrikeConfiguration {}
