using KeyAccount.Core.Grading;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore.Benchmarks;

/// <summary>Accounts stored as the facts they are.</summary>
internal sealed class AccountContext(DbContextOptions<AccountContext> options) : DbContext(options)
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
