package dev.docket.backend.enforcement.ncmec;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NcmecSettings.class)
class NcmecConfiguration {}
