package io.cinema.auth.adapter.postgres.social

import io.cinema.auth.adapter.postgres.OnPostgres
import io.cinema.auth.contracts.SocialLinkRepositoryContract

class PostgresSocialLinkRepositorySpec extends SocialLinkRepositoryContract implements OnPostgres {
}
