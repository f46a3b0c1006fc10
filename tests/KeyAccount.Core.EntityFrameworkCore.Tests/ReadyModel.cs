using System.Globalization;
using System.Reflection;
using KeyAccount.Core.Bidding;
using KeyAccount.Core.CustomerStrategy;
using KeyAccount.Core.Funnel;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Loyalty;
using KeyAccount.Core.Prospects;
using KeyAccount.Core.Relationships;
using KeyAccount.Core.SalesTeam;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.SwitchingCosts;
using KeyAccount.Core.Winback;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>A ready model of the library, over facts that are stored as they are.</summary>
public abstract class ReadyModel
{
    /// <summary>Gets every ready scorecard.</summary>
    public static IReadOnlyDictionary<string, ReadyModel> All { get; } = ((ReadyModel[])
    [
        new ReadyModel<AccountValueFacts, AccountTier>(AccountValue.Standard),
        new ReadyModel<AccountValueFacts, AccountTier>(AccountValue.SixIndicators),
        new ReadyModel<OrganisationFacts, OrganisationLevel>(Oke.Organisation),
        new ReadyModel<OkeFacts, RelationshipStrength>(Oke.Standard),
        new ReadyModel<RelationshipFacts, RelationshipStrength>(RelationshipFormula.Standard),
        new ReadyModel<SwitchingCostFacts, BarrierLevel>(SwitchingCost.Standard),
        new ReadyModel<SwitchingCostFacts, BarrierLevel>(SwitchingCost.ThreeTypes),
        new ReadyModel<CompetitorBarrierFacts, BarrierLevel>(CompetitorBarrier.Standard),
        new ReadyModel<LoyaltyFacts, LoyaltyLevel>(CustomerLoyalty.Standard),
        new ReadyModel<LoyaltyFacts, RelativeAttitude>(CustomerLoyalty.Attitude),
        new ReadyModel<DealHealthFacts, DealHealth>(SalesFunnel.Health),
        new ReadyModel<BidFacts, BidDecision>(BidTables.GoNoGo),
        new ReadyModel<WarningFacts, WarningLevel>(EarlyWarning.Standard),
        new ReadyModel<ProspectFacts, ProspectPriority>(Prospecting.Priority),
        new ReadyModel<ManagementFacts, SalesManagementLevel>(SalesManagement.SixFocuses),
        new ReadyModel<InterviewFacts, InterviewDecision>(Interviews.Representative),
        new ReadyModel<InterviewFacts, InterviewDecision>(Interviews.Manager),
        new ReadyModel<CooperationFacts, CooperationReadiness>(StrategicCooperation.Readiness),
    ]).ToDictionary(model => model.Scorecard.Id, StringComparer.Ordinal);

    public abstract IScorecard Scorecard { get; }

    /// <summary>Stores the facts, once for all models over them, and compares scores and bands, as the model is and with each policy.</summary>
    public abstract Task MustAgree(PostgreSqlServer? postgres);

#if MARIADB
    /// <summary>The same on MariaDB.</summary>
    public abstract Task MustAgreeOnMariaDb();
#endif

#if NET10_0_OR_GREATER
    /// <summary>What would be sent to SQL Server, as the model is and with each policy.</summary>
    public abstract IEnumerable<string> OnSqlServer();
#endif
}

internal sealed class ReadyModel<TFacts, TBand>(Scorecard<TFacts, TBand> scorecard) : ReadyModel
    where TFacts : class, new()
    where TBand : class
{
    // A grain of the score, and what a double can miss it by.
    private const double Grain = 1.000001e-6;

    public override IScorecard Scorecard => scorecard;

    public override async Task MustAgree(PostgreSqlServer? postgres)
    {
        using var facts = postgres is null ? StoredFacts<TFacts>.OnSqlite() : StoredFacts<TFacts>.OnPostgres(postgres);
        foreach (var model in Models())
            await MustAgree(model, facts);
    }

#if MARIADB
    public override async Task MustAgreeOnMariaDb()
    {
        using var facts = StoredFacts<TFacts>.OnMariaDb();
        foreach (var model in Models())
            await MustAgree(model, facts);
    }
#endif

#if NET10_0_OR_GREATER
    public override IEnumerable<string> OnSqlServer()
    {
        using var context = new FactsContext<TFacts>(new DbContextOptionsBuilder<FactsContext<TFacts>>().UseSqlServer("Server=nowhere").Options);
        foreach (var model in Models())
        {
            yield return context.Facts.OrderByScoreDescending(model).SelectScore(model).ToQueryString();
            yield return context.Facts.WhereUnrated(model).ToQueryString();
            yield return context.Facts.WhereBand(model, model.Bands.InOrder[^1].Band).ToQueryString();
            yield return ScorecardQueries.Counts(context.Facts, model).ToQueryString();
        }
    }
#endif

    private IEnumerable<Scorecard<TFacts, TBand>> Models() => Policies
        .Select(policy => scorecard.With(new() { MissingData = new() { Policy = policy, MinimumCoverage = policy == MissingData.AssumeMidpoint ? 0.3 : 0 } }))
        .Prepend(scorecard);

    // A long run asks the queries of all policies of every model and version of Entity Framework; an ordinary one those of a policy of each model,
    // where the next model has the next policy.
    private MissingData[] Policies
    {
        get
        {
            var all = Enum.GetValues<MissingData>();
            return Seeded.IsLong ? all : [all[All.Keys.ToList().IndexOf(scorecard.Id) % all.Length]];
        }
    }

    private static async Task MustAgree(Scorecard<TFacts, TBand> model, StoredFacts<TFacts> stored)
    {
        var name = $"{model.Id} {model.Version} {model.MissingData}";
        var all = stored.Facts.AsNoTracking();
        var scores = await all.OrderBy(facts => EF.Property<int>(facts, "Id")).SelectScore(model).ToListAsync();
        scores.Should().HaveCount(StoredFacts<TFacts>.Count);
        var caps = model.Caps.Select(cap => (Holds: cap.ToExpression().Compile(), cap.HighestBand)).ToList();
        var expected = stored.All.Select(facts => InMemory(model, facts, caps)).ToList();
        for (var i = 0; i < scores.Count; i++)
        {
            if (double.IsNaN(expected[i].Score) != scores[i] is null || Math.Abs(expected[i].Score - (scores[i] ?? 0)) > Grain)
                Assert.Fail($"{name}: the database scores {scores[i]} and the program {expected[i].Score} for {stored.All[i]}");
        }

        scores.Distinct().Should().HaveCountGreaterThan(10, "{0} scores differently", name);
        var bands = new TBand?[scores.Count];
        foreach (var (_, band) in model.Bands.InOrder)
        {
            foreach (var id in await all.WhereBand(model, band).Select(facts => EF.Property<int>(facts, "Id")).ToListAsync())
            {
                bands[id - 1].Should().BeNull("an account is in one band");
                bands[id - 1] = band;
            }
        }

        for (var i = 0; i < bands.Length; i++)
        {
            var atCut = model.Bands.InOrder.Any(band => Math.Abs(band.From - expected[i].Score) <= Grain);
            if (bands[i] != expected[i].Band && !atCut)
                Assert.Fail($"{name}: the database says {bands[i]} and the program {expected[i].Band} for {stored.All[i]}");
        }

        var counts = await all.CountByBandAsync(model);
        counts.Should().Equal(
            [.. model.Bands.InOrder.Select(each => new BandCount<TBand>(each.Band, bands.Count(band => band == each.Band))), new(null, bands.Count(band => band is null))],
            "{0} counts what it finds", name);
    }

    // A measure that is infinite and a fact that cannot be are refused in memory, and not known in a database; a condition takes infinity as it is in both.
    private static (double Score, TBand? Band) InMemory(
        Scorecard<TFacts, TBand> model, TFacts facts, IReadOnlyList<(Func<TFacts, bool> Holds, TBand HighestBand)> caps)
    {
        try
        {
            return (model.Score(facts), model.BandOf(facts));
        }
        catch (ArgumentException)
        {
            var score = model.Score(StoredFacts<TFacts>.Possible(facts));
            var allowed = caps.Where(cap => cap.Holds(facts)).Select(cap => cap.HighestBand).ToList();
            return (score, double.IsNaN(score) ? null : allowed.Append(model.Bands.Of(score)).MinBy(band => model.Bands.InOrder.TakeWhile(each => each.Band != band).Count()));
        }
    }
}

/// <summary>600 random facts (times <c>KEYACCOUNT_CASES</c>) in a database of their own: what is unknown, zero, NaN or infinite is frequent.</summary>
internal sealed class StoredFacts<TFacts> : IDisposable
    where TFacts : class, new()
{
    public static readonly int Count = Seeded.Budget(600);

    private static readonly FieldInfo[] Fields = [.. typeof(TFacts).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)];

    private readonly FactsContext<TFacts> _context;
    private readonly SqliteConnection? _connection;

    private StoredFacts(DbContextOptions<FactsContext<TFacts>> options, SqliteConnection? connection)
    {
        (_context, _connection) = (new(options), connection);
        _context.Database.EnsureCreated();
        _context.ChangeTracker.AutoDetectChangesEnabled = false;
        var random = new Random(20_261);
        var strange = StrangeOn(_context.Database.ProviderName!);
        _context.AddRange(Enumerable.Range(0, Count).Select(_ => Any(random, strange)));
        _context.SaveChanges();
        _context.ChangeTracker.Clear();
        All = [.. _context.Facts.AsNoTracking().OrderBy(facts => EF.Property<int>(facts, "Id"))];
    }

    public DbSet<TFacts> Facts => _context.Facts;

    /// <summary>Gets the facts by id, from 1.</summary>
    public IReadOnlyList<TFacts> All { get; }

    public static StoredFacts<TFacts> OnSqlite()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return new(new DbContextOptionsBuilder<FactsContext<TFacts>>().UseSqlite(connection).Options, connection);
    }

    public static StoredFacts<TFacts> OnPostgres(PostgreSqlServer server) => new(
        new DbContextOptionsBuilder<FactsContext<TFacts>>().UseNpgsql(server.ConnectionTo("facts_" + Guid.NewGuid().ToString("N"))).Options, null);

#if MARIADB
    public static StoredFacts<TFacts> OnMariaDb() => new(
        new DbContextOptionsBuilder<FactsContext<TFacts>>().UseMySql(
            MariaDbServer.ConnectionTo("facts_" + Guid.NewGuid().ToString("N")), new MariaDbServerVersion(new Version(10, 11))).Options,
        null);
#endif

    /// <summary>The same facts with what is infinite, or cannot be, not known.</summary>
    public static TFacts Possible(TFacts facts)
    {
        var copy = new TFacts();
        foreach (var field in Fields)
            field.SetValue(copy, IsPossible(field, facts) ? field.GetValue(facts) : null);
        return copy;
    }

    private static bool IsPossible(FieldInfo field, TFacts facts)
    {
        if (field.GetValue(facts) is not (double or decimal))
            return true;
        var value = Convert.ToDouble(field.GetValue(facts), CultureInfo.InvariantCulture);
        return double.IsNaN(value) || (!double.IsInfinity(value) && (RangeOf(field) is not { } range
            || (value >= range.Minimum && value <= range.Maximum && !(PartOf(range, facts) > value))));
    }

    private static FactRangeAttribute? RangeOf(FieldInfo field) =>
        typeof(TFacts).GetProperty(field.Name.Trim('<').Split('>')[0])?.GetCustomAttribute<FactRangeAttribute>();

    private static double? PartOf(FactRangeAttribute range, TFacts facts) =>
        range.NotBelow is { } name && typeof(TFacts).GetProperty(name)!.GetValue(facts) is decimal part ? (double)part : null;

    /// <summary>How PostgreSQL would compute a query.</summary>
    public async Task<IReadOnlyList<string>> Explain(string sql)
    {
        var explain = $"EXPLAIN {sql}";
        return await _context.Database.SqlQueryRaw<string>(explain).ToListAsync();
    }

    public void Dispose()
    {
        _context.Database.EnsureDeleted();
        _context.Dispose();
        _connection?.Dispose();
    }

    // What is no number, as far as the database has it: SQLite stores NaN as null, MariaDB knows neither that nor infinity.
    private static double?[] StrangeOn(string provider) =>
        provider.Contains("MySql", StringComparison.Ordinal) ? [null, null, null]
            : [provider.Contains("Sqlite", StringComparison.Ordinal) ? null : double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    // Past the checks of the properties, as a database does it.
    private static TFacts Any(Random random, double?[] strange)
    {
        var facts = new TFacts();

        // Of twenty facts at random hardly ever all are known: of every tenth account they are.
        var isWhole = random.Next(10) == 0;
        foreach (var field in Fields)
        {
            object? value;
            do
            {
                value = !isWhole && random.Next(5) == 0 ? null : Value(field.FieldType, random, strange);
            }
            while (isWhole && (value is null or double.NaN or double.PositiveInfinity or double.NegativeInfinity));
            field.SetValue(facts, value);
        }

        // Most are possible; what is not stays in every fourth account.
        foreach (var field in Fields.Where(
            field => (isWhole || random.Next(4) > 0) && !IsPossible(field, facts) && RangeOf(field) is not null))
        {
            var range = RangeOf(field)!;
            var low = Math.Max(range.Minimum, PartOf(range, facts) ?? range.Minimum);
            var value = low + (random.NextDouble() * (double.IsInfinity(range.Maximum) ? 1_000_000 : range.Maximum - low));
            field.SetValue(facts, field.FieldType == typeof(decimal?) ? decimal.Round((decimal)value, 2) : value);
        }

        return facts;
    }

    private static object? Value(Type type, Random random, double?[] strange)
    {
        if (type == typeof(double?))
        {
            return random.Next(14) switch
            {
                0 => 0.0,
                1 => strange[0],
                2 => strange[1 + random.Next(2)],
                3 or 4 => random.Next(0, 12) * 10.0,
                5 or 6 or 7 => (random.NextDouble() * 1.2) - 0.3,
                8 or 9 => random.NextDouble() * 12,
                _ => (random.NextDouble() * 140) - 10,
            };
        }

        if (type == typeof(decimal?))
        {
            return random.Next(8) switch
            {
                0 => 0m,
                1 => random.Next(-5, 5),
                2 or 3 => decimal.Round((decimal)random.NextDouble(), 3),
                4 => random.Next(1, 25) * 500_000m,
                _ => decimal.Round((decimal)random.NextDouble() * 12_000_000m, 2),
            };
        }

        if (type == typeof(bool?) || type == typeof(bool))
            return random.Next(2) == 0;

        var terms = (System.Collections.IList)type.GetProperty("InOrder", BindingFlags.Static | BindingFlags.Public | BindingFlags.FlattenHierarchy)!.GetValue(null)!;
        return terms[random.Next(terms.Count)];
    }
}

internal sealed class FactsContext<TFacts>(DbContextOptions<FactsContext<TFacts>> options) : DbContext(options)
    where TFacts : class
{
    public DbSet<TFacts> Facts => Set<TFacts>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<TFacts>().Property<int>("Id");
        modelBuilder.Entity<TFacts>().HasKey("Id");
    }

    // By value on one provider, by name on the other.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UseKeyAccountTerms(Database.IsSqlite() ? TermStorage.Value : TermStorage.Name);
}
