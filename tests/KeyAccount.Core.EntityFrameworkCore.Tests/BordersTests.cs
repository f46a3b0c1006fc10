#if NET10_0_OR_GREATER
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Stakeholders;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>What developers met at the borders of a database: one test for each line of the list of borders.</summary>
public sealed class BordersTests : IDisposable
{
    private static readonly Scorecard<Visited, AccountTier> Model = Scorecard.For<Visited, AccountTier>("visits")
        .Criterion("visits", 1, row => row.Visits, Scale.Linear((0, 0), (10, 100)))
        .Bands((0, AccountTier.C), (50, AccountTier.B), (80, AccountTier.A)).Build();

    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public BordersTests() => _connection.Open();

    public void Dispose() => _connection.Dispose();

    [Fact]
    public async Task Pareto_grades_a_decimal_column_of_SQL_Server_by_SQL()
    {
        var sent = new SqlServerTests.Sent();
        await using var context = SqlServerTests.OnSqlServer(sent);
        sent.Next(12, 1234.5600m);
        var tiers = await context.Database.GradeParetoAsync(
            context.Customers, c => c.Revenue, cancellationToken: TestContext.Current.CancellationToken);
        sent.Texts.Should().NotBeEmpty().And.OnlyContain(sql => sql.Contains("[Revenue]", StringComparison.Ordinal));
        sent.Texts.ForEach(SqlServerTests.MustBeRead);
        context.Customers.Select(tiers.ToExpression()).ToQueryString().Should().Contain("CASE").And.Contain("[Revenue]")
            .And.NotContain("float", "decimals stay decimals");
    }

    [Fact]
    public void A_list_of_terms_is_a_primitive_collection()
    {
        using var context = new Store(_connection);
        context.Database.EnsureCreated();
        context.Model.FindEntityType(typeof(Visited))!.FindProperty(nameof(Visited.Values))!.IsPrimitiveCollection.Should().BeTrue();
        context.Add(new Visited { Id = 1, Values = [CustomerValue.Quality, CustomerValue.Economic] });
        context.SaveChanges();
        context.ChangeTracker.Clear();
        context.Rows.Single().Values.Should().Equal(CustomerValue.Quality, CustomerValue.Economic);
        context.Rows.Count(row => row.Values.Contains(CustomerValue.Quality)).Should().Be(1);
    }

    [Fact]
    public async Task The_tiers_of_all_accounts_are_stored_in_one_statement_those_of_the_unrated_too()
    {
        var statements = new List<string>();
        await using var context = new Store(_connection, statements);
        await context.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        context.AddRange(
            new Visited { Id = 1, Visits = 9 }, new Visited { Id = 2, Visits = 6, Tier = AccountTier.A },
            new Visited { Id = 3, Visits = 1 }, new Visited { Id = 4, Visits = null, Tier = AccountTier.A });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        context.ChangeTracker.Clear();
        statements.Clear();

        (await context.Database.StoreBandsAsync(context.Rows, Model, row => row.Tier, TestContext.Current.CancellationToken)).Should().Be(4);
        statements.Where(line => line.Contains("UPDATE", StringComparison.Ordinal)).Should().ContainSingle();
        context.Rows.OrderBy(row => row.Id).Select(row => row.Tier).Should().Equal(AccountTier.A, AccountTier.B, AccountTier.C, null);
    }

    public sealed class Visited
    {
        public int Id { get; init; }

        public int? Visits { get; init; }

        public AccountTier? Tier { get; init; }

#pragma warning disable MA0016 // what is tried is a list
        public List<CustomerValue> Values { get; init; } = [];
#pragma warning restore MA0016
    }

    private sealed class Store(SqliteConnection connection, List<string>? statements = null) : DbContext
    {
        public DbSet<Visited> Rows => Set<Visited>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        {
            optionsBuilder.UseSqlite(connection);
            if (statements is not null)
                optionsBuilder.LogTo(statements.Add, [Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.CommandExecuting]);
        }

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseKeyAccountTerms();
    }
}
#endif
