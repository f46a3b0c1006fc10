using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore.Tests.Migrations;

/// <summary>A context of a host: a table of its own, and those of reviews. It says nothing about terms.</summary>
internal abstract class HostContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<HostCustomer> Customers => Set<HostCustomer>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddKeyAccountReviews();
}

/// <summary>A row of the host's own.</summary>
internal sealed class HostCustomer
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

/// <summary>The context with the migrations for SQLite.</summary>
internal sealed class SqliteHostContext(DbContextOptions<SqliteHostContext> options) : HostContext(options);

/// <summary>The context with the migrations for PostgreSQL.</summary>
internal sealed class PostgreSqlHostContext(DbContextOptions<PostgreSqlHostContext> options) : HostContext(options);
