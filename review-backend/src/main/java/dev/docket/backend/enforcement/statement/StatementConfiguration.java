package dev.docket.backend.enforcement.statement;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DsaSettings.class)
class StatementConfiguration {}
