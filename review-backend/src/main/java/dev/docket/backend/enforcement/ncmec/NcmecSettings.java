package dev.docket.backend.enforcement.ncmec;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who reports.
///
/// @param firstName and the next two: of the person whom the CyberTipline may ask
/// @param companyTemplate the name under which the CyberTipline knows the platform
/// @param service which of the platform's services the reports are about
@ConfigurationProperties("docket.ncmec")
record NcmecSettings(
        @DefaultValue("") String firstName,
        @DefaultValue("") String lastName,
        @DefaultValue("") String email,
        @DefaultValue("") String companyTemplate,
        @DefaultValue("") String termsOfService,
        @DefaultValue("") String legalUrl,
        @DefaultValue("") String service) {
    boolean isSet() {
        return !firstName.isBlank() && !lastName.isBlank() && !email.isBlank();
    }
}
