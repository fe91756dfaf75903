#include <nettle/chacha-poly1305.h>
#include <nettle/eddsa.h>
#include <nettle/hkdf.h>
#include <nettle/hmac.h>
#include <nettle/memops.h>
#include <nettle/sha2.h>

// Nettle derives keys by any hash, given as functions of untyped pointers, which Swift cannot cast to.
static inline void hkdf_hmac_sha256(
    const uint8_t *secret, size_t secret_size, const uint8_t *info, size_t info_size, uint8_t *key,
    size_t key_size) {
  // Without a salt, the standard (RFC 5869) takes zeros.
  const uint8_t salt[SHA256_DIGEST_SIZE] = {0};
  uint8_t pseudorandom[SHA256_DIGEST_SIZE];
  struct hmac_sha256_ctx context;
  hmac_sha256_set_key(&context, sizeof(salt), salt);
  hkdf_extract(
      &context, (nettle_hash_update_func *)hmac_sha256_update,
      (nettle_hash_digest_func *)hmac_sha256_digest, SHA256_DIGEST_SIZE, secret_size, secret,
      pseudorandom);
  hmac_sha256_set_key(&context, sizeof(pseudorandom), pseudorandom);
  hkdf_expand(
      &context, (nettle_hash_update_func *)hmac_sha256_update,
      (nettle_hash_digest_func *)hmac_sha256_digest, SHA256_DIGEST_SIZE, info_size, info, key_size,
      key);
}
