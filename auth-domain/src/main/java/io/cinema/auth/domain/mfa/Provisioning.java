package io.cinema.auth.domain.mfa;

import io.cinema.auth.domain.secret.Secret;

/**
 * What an authenticator app is set up with, in three forms.
 *
 * @param uri {@code otpauth://totp/…}, the Key URI Format of Google Authenticator
 * @param qrPng the URI as a QR code: a PNG image in Base64
 */
public record Provisioning(TotpSecret secret, Secret uri, Secret qrPng) {}
