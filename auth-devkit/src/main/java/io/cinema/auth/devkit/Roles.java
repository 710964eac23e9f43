package io.cinema.auth.devkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** The two database roles of the service, kept apart as in production. */
public final class Roles {

  /** Owns the databases and runs the migrations. */
  public static final String OWNER = "auth_owner";

  /** The service at run time: reads and writes what it was granted, makes and drops nothing. */
  public static final String APP = "auth_app";

  /** {@link #OWNER}'s in tests. */
  public static final String OWNER_PASSWORD = "owner-of-a-test-database";

  /** {@link #APP}'s in tests. */
  public static final String APP_PASSWORD = "app-of-a-test-database";

  private static final Pattern DATABASE = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private Roles() {}

  static void createDatabase(
      String adminUrl, String name, String ownerPassword, String appPassword) {
    if (!DATABASE.matcher(name).matches()) {
      throw new IllegalArgumentException("database name must match " + DATABASE);
    }
    try (Connection admin = DriverManager.getConnection(adminUrl, "postgres", "");
        Statement statement = admin.createStatement()) {
      createRole(admin, OWNER, ownerPassword);
      createRole(admin, APP, appPassword);
      if (!exists(admin, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
        statement.execute("CREATE DATABASE " + name + " OWNER " + OWNER);
      }
      statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
      statement.execute("GRANT CONNECT ON DATABASE " + name + " TO " + APP);
    } catch (SQLException e) {
      throw new IllegalStateException("could not make database " + name, e);
    }
  }

  private static void createRole(Connection admin, String role, String password)
      throws SQLException {
    try (Statement statement = admin.createStatement()) {
      if (!exists(admin, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
        statement.execute("CREATE ROLE " + role);
      }
      statement.execute("ALTER ROLE " + role + " LOGIN PASSWORD " + literal(admin, password));
    }
  }

  /** Utility statements take no parameters, so the server quotes the value for us. */
  private static String literal(Connection admin, String value) throws SQLException {
    try (PreparedStatement statement = admin.prepareStatement("SELECT quote_literal(?)")) {
      statement.setString(1, value);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }

  private static boolean exists(Connection admin, String query, String name) throws SQLException {
    try (PreparedStatement statement = admin.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }
}
