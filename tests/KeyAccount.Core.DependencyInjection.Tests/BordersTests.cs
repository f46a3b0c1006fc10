using System.Linq.Expressions;
using System.Text;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;

namespace KeyAccount.Core.DependencyInjection.Tests;

/// <summary>What developers met at the borders of .NET: one test for each line of the list of borders that is neither HTTP nor a database
/// (the tests of that package) nor a program for .NET 8 (the tests of the packages).</summary>
public class BordersTests
{
    [Fact]
    public void Configuration_binds_a_term_and_a_list_of_terms_and_refuses_others()
    {
        var policy = Bound("""{"MinimumTier":"A","Tiers":["A","C"]}""")!;
        policy.MinimumTier.Should().BeSameAs(AccountTier.A);
        policy.Tiers.Should().Equal(AccountTier.A, AccountTier.C);
        FluentActions.Invoking(() => Bound("""{"MinimumTier":"Z"}""")).Should().Throw<InvalidOperationException>()
            .WithMessage("*Policy:MinimumTier*").WithInnerException<FormatException>().WithMessage("'Z' is not an AccountTier; expected one of: A, B, C.");
    }

    [Fact]
    public void Newtonsoft_writes_a_term_as_its_name_and_reads_it()
    {
        JsonConvert.SerializeObject(AccountTier.A).Should().Be("\"A\"");
        JsonConvert.DeserializeObject<AccountTier>("\"A\"").Should().BeSameAs(AccountTier.A);
    }

    [Theory]
    [InlineData("pt")]
    [InlineData("fr-FR")]
    [InlineData("x")]
    [InlineData("")]
    public void A_language_that_nobody_has_added_is_answered_in_English(string tag)
    {
        AccountTier.A.DisplayName(tag).Should().Be(AccountTier.A.DisplayName("en"));
        new Text("yes", "是", "是").In(tag).Should().Be("yes");
    }

    [Fact]
    public void A_scorecard_over_a_dictionary_runs_in_memory_and_a_database_refuses_it_by_its_key()
    {
        var card = Card<Dictionary<string, double?>>(f => f["margin"]);
        MustScore(card, new() { ["margin"] = 60 }, 60);
        card.Score([]).Should().Be(double.NaN);
        MustBeRefusedByADatabase(card);
    }

    [Fact]
    public void A_measure_that_counts_takes_the_larger_or_calls_a_method_of_ones_own_runs_in_memory()
    {
        var shop = new Shop { Visits = [1, 2, 3], A = 40, B = 70 };
        foreach (var (measure, score) in new (Expression<Func<Shop, double?>>, double)[]
        {
            (f => f.Visits.Count(), 3), (f => Math.Max(f.A, f.B), 70), (f => Own(f), 55),
        })
        {
            var card = Card(measure);
            MustScore(card, shop, score);
            MustBeRefusedByADatabase(card);
        }
    }

    [Fact]
    public void A_ready_table_under_a_version_of_ones_own_is_the_one_that_is_used()
    {
        var services = new ServiceCollection();
        services.AddKeyAccount().AddModel(PricingPolicy.Posture.WithVersion("ours"));
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<KeyAccountModels>().For().Review.Versions[PricingPolicy.Posture.Id].Should().Be("ours");
    }

    // Five knots below, three above: three.
    [Fact]
    public void A_scale_of_one_source_replaces_the_longer_one_of_another()
    {
        const string Scale = "KeyAccount:Models:accountValue.standard:criteria:creditDays:scale:linear";
        ModelsOf([(Scale, "0:100, 15:80, 30:60, 60:20, 90:0")], [(Scale, "0:100, 45:40, 90:0")]).For().Review.Value.Settings
            .Criteria["creditDays"].Scale!.Linear.Should().HaveCount(3);
    }

    [Fact]
    public void A_variable_of_the_environment_names_a_model_with_underscores()
    {
        // As the source of variables gives it: two underscores are a colon.
        Environment.SetEnvironmentVariable("KEYACCOUNTBORDERS_KeyAccount__Models__accountValue_standard__bands__A", "72");
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("KEYACCOUNTBORDERS_").Build();
        CutOf(ModelsOf(configuration)).Should().Be(72);
    }

    private static double CutOf(KeyAccountModels models) => models.For().Review.Value.Bands.InOrder[^1].From;

    private static KeyAccountModels ModelsOf(params (string Key, string Value)[][] sources) => ModelsOf(sources.Aggregate(
        new ConfigurationBuilder(), (builder, source) =>
        {
            builder.AddInMemoryCollection(source.Select(each => KeyValuePair.Create(each.Key, (string?)each.Value)));
            return builder;
        }).Build());

    private static KeyAccountModels ModelsOf(IConfiguration configuration)
    {
        var services = new ServiceCollection();
        services.AddKeyAccount(configuration.GetSection("KeyAccount"));
        return services.BuildServiceProvider().GetRequiredService<KeyAccountModels>();
    }

    private static Scorecard<TFacts, AccountTier> Card<TFacts>(Expression<Func<TFacts, double?>> measure) => Scorecard.For<TFacts, AccountTier>("own")
        .Criterion("margin", 1, measure, Scale.Linear((0, 0), (100, 100))).Bands((0, AccountTier.C), (50, AccountTier.A)).Build();

    private static void MustScore<TFacts>(Scorecard<TFacts, AccountTier> card, TFacts facts, double score)
    {
        card.Assess(facts).Score.Should().Be(score);
        card.Score(facts).Should().Be(score);
        var scores = new double[1];
        card.ScoreAll([facts], scores);
        scores.Should().Equal(score);
    }

    private static void MustBeRefusedByADatabase<TFacts>(Scorecard<TFacts, AccountTier> card) =>
        FluentActions.Invoking(card.ToExpression).Should().Throw<InvalidModelException>()
            .Which.Faults.Should().ContainSingle().Which.Path.Should().Contain("margin");

    private static double? Own(Shop shop) => (shop.A + shop.B) / 2;

    private static Policy? Bound(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"Policy":{{json}}}"""));
        return new ConfigurationBuilder().AddJsonStream(stream).Build().GetSection("Policy").Get<Policy>();
    }

    private sealed class Policy
    {
        public AccountTier? MinimumTier { get; set; }

        public List<AccountTier> Tiers { get; set; } = [];
    }

    private sealed class Shop
    {
        public IEnumerable<int> Visits { get; init; } = [];

        public double A { get; init; }

        public double B { get; init; }
    }
}
