using KeyAccount.Core.Grading;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore.Benchmarks;

/// <summary>Accounts stored as the facts they are.</summary>
internal class AccountContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<AccountValueFacts> Accounts => Set<AccountValueFacts>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AccountValueFacts>().Property<int>("Id");
        modelBuilder.Entity<AccountValueFacts>().HasKey("Id");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UseKeyAccountTerms();
}

/// <summary>The same with the score in a generated column.</summary>
internal sealed class StoredScoreContext(DbContextOptions options) : AccountContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<AccountValueFacts>().HasScoreColumn(AccountValue.Standard, Database);
    }
}
