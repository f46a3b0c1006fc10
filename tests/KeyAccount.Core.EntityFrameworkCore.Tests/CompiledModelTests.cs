#if NET10_0_OR_GREATER
using System.Reflection;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;
using DatabaseModel = Microsoft.EntityFrameworkCore.Metadata.IModel;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>The model as <c>dotnet ef dbcontext optimize</c> writes it, compiled and used.</summary>
public sealed class CompiledModelTests
{
    [Fact]
    public async Task A_compiled_model_knows_terms_lists_of_them_and_stored_scores()
    {
        var token = TestContext.Current.CancellationToken;
        await using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        DatabaseModel compiled;
        await using (var written = new SupplierContext(Options(connection, null)))
        {
            await written.Database.EnsureCreatedAsync(token);
            compiled = Compiled(written);
        }

        await using var context = new SupplierContext(Options(connection, compiled));
        context.Model.Should().BeSameAs(compiled);
        context.AddRange(Enumerable.Range(0, 12).Select(i => new Supplier
        {
            Visits = i == 7 ? null : i, Mood = Mood.InOrder[i % 3], Wanted = [.. AccountTier.InOrder.Take(i % 3)], Late = i % 4 == 0,
        }));
        await context.SaveChangesAsync(token);
        context.ChangeTracker.Clear();
        var all = await context.Suppliers.OrderBy(s => s.Id).ToListAsync(token);

        all.Select(s => s.Wanted.Count).Should().Equal(Enumerable.Range(0, 12).Select(i => i % 3));
        context.Suppliers.Count(s => s.Wanted.Contains(AccountTier.B)).Should().Be(4);
        context.Suppliers.OrderByTerm(s => s.Mood).ThenBy(s => s.Id).Select(s => s.Id).Should().Equal(all.OrderBy(s => s.Mood.Value).ThenBy(s => s.Id).Select(s => s.Id));

        var scores = context.Suppliers.OrderBy(s => s.Id).SelectScore(SupplierContext.Stored);
        scores.ToQueryString().Should().Contain("Score_").And.NotContain("CASE", "the compiled model knows the column");
        scores.AsEnumerable().Select(score => score ?? double.NaN).Should().Equal(all.Select(SupplierContext.Stored.Score));
        context.Suppliers.OrderBy(s => s.Id).SelectScore(SupplierContext.Computed).AsEnumerable().Select(score => score ?? double.NaN).Should()
            .Equal(all.Select(SupplierContext.Computed.Score));
        (await context.Suppliers.CountByBandAsync(SupplierContext.Stored, token)).Select(each => each.Accounts).Should().Equal(
            [.. SupplierContext.Stored.Bands.InOrder.Select(each => (long)all.Count(s => SupplierContext.Stored.BandOf(s) == each.Band)), 1]);
        (await context.Database.StoreBandsAsync(context.Suppliers, SupplierContext.Computed, s => s.Tier, token)).Should().Be(12);
        context.Suppliers.AsNoTracking().OrderBy(s => s.Id).Select(s => s.Tier).Should().Equal(all.Select(SupplierContext.Computed.BandOf));

        var assessment = SupplierContext.Computed.Assess(all[1]);
        context.Add(AssessmentSnapshot<AccountTier>.From(assessment, new(2026, 3, 31)));
        await context.SaveChangesAsync(token);
        context.ChangeTracker.Clear();
        (await context.Set<AssessmentSnapshot<AccountTier>>().SingleAsync(token)).ToAssessment().Should().Be(assessment);
    }

    private static DbContextOptions<SupplierContext> Options(SqliteConnection connection, DatabaseModel? compiled)
    {
        var options = new DbContextOptionsBuilder<SupplierContext>().UseSqlite(connection);
        return (compiled is null ? options : options.UseModel(compiled)).Options;
    }

    // What the command does, without a process of its own.
    private static DatabaseModel Compiled(SupplierContext context)
    {
        var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
#pragma warning disable EF1001 // The command finds the services of the provider by their name.
        new SqliteDesignTimeServices().ConfigureDesignTimeServices(services);
#pragma warning restore EF1001
        using var provider = services.BuildServiceProvider();
        var options = new CompiledModelCodeGenerationOptions
        {
            ContextType = typeof(SupplierContext), ModelNamespace = "Compiled", Language = "C#", UseNullableReferenceTypes = true, Suffix = "",
        };
        var files = provider.GetRequiredService<ICompiledModelCodeGeneratorSelector>().Select(options)
            .GenerateModel(context.GetService<IDesignTimeModel>().Model, options);
        var compilation = CSharpCompilation.Create(
            "Compiled",
            files.Select(file => CSharpSyntaxTree.ParseText(file.Code, new(LanguageVersion.Latest), cancellationToken: TestContext.Current.CancellationToken)),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file)),
            new(OutputKind.DynamicallyLinkedLibrary));
        using var library = new MemoryStream();
        compilation.Emit(library, cancellationToken: TestContext.Current.CancellationToken).Diagnostics
            .Where(each => each.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        return (DatabaseModel)Assembly.Load(library.ToArray()).GetType($"Compiled.{nameof(SupplierContext)}Model")!
            .GetProperty("Instance", BindingFlags.Static | BindingFlags.Public)!.GetValue(null)!;
    }
}

public sealed class Supplier
{
    public int Id { get; set; }

    public double? Visits { get; set; }

    public Mood Mood { get; set; } = Mood.Warm;

    public bool Late { get; set; }

    public AccountTier? Tier { get; set; }

    public IList<AccountTier> Wanted { get; set; } = [];
}

public sealed class SupplierContext(DbContextOptions<SupplierContext> options) : DbContext(options)
{
    public DbSet<Supplier> Suppliers => Set<Supplier>();

    internal static Scorecard<Supplier, AccountTier> Stored { get; } = With("stored", 2);

    internal static Scorecard<Supplier, AccountTier> Computed { get; } = With("computed", 4);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddKeyAccountReviews();
        modelBuilder.Entity<AssessmentSnapshot<AccountTier>>();
        modelBuilder.Entity<TierSnapshot<AccountTier>>();
        modelBuilder.Entity<Supplier>().HasScoreColumn(Stored, Database);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UseKeyAccountTerms().UseKeyAccountTerm<Mood>(TermStorage.Name);

    private static Scorecard<Supplier, AccountTier> With(string id, double weight) => Scorecard.For<Supplier, AccountTier>(id)
        .Criterion("visits", weight, s => s.Visits, Scale.Linear((0, 0), (10, 100)))
        .Criterion("mood", 1, s => s.Mood, Scale.Levels((Mood.Warm, 100), (Mood.Cool, 50), (Mood.Cold, 0), (Mood.Unknown, double.NaN)))
        .Cap("late", s => s.Late, AccountTier.B)
        .MissingData(MissingData.Renormalize, 0.5)
        .Bands((0, AccountTier.C), (40, AccountTier.B), (70, AccountTier.A))
        .Build();
}
#endif
