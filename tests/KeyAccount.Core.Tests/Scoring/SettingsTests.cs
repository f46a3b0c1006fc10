using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Scoring;

[Trait("Frameworks", "all")]
public class SettingsTests
{
    private static readonly Provenance Ours = Provenance.LibraryDefault("a test");

    private static readonly Figures Account = new() { A = 6, B = 20, C = 5, Standing = Standing.Fair, Flag = false };

    internal static Scorecard<Figures, string> Model { get; } = Scorecard.For<Figures, string>("tuned").From(Ours)
        .Criterion("visits", 3, f => f.A, Scale.Linear((0, 0), (12, 100)), step: 1)
        .Criterion("margin", 2, f => f.B, Scale.Steps((0, 0), (10, 40), (25, 100)))
        .Group("potential", 0.5, g => g
            .Criterion("growth", 6, f => f.C, Scale.Linear((0, 0), (10, 100)))
            .Criterion("standing", 4, f => f.Standing, Cards.OfStanding))
        .Cap("blocked", f => f.Flag, "C")
        .Bands((0, "C"), (50, "B"), (75, "A"))
        .Build();

    [Fact]
    public void The_content_hash_is_that_of_the_JSON_with_its_members_in_order()
    {
        foreach (var settings in (ScorecardSettings[])[Model.Settings, AccountValue.Standard.Settings, Model.With(new() { Version = "é\"<9>" }).Settings])
        {
            var content = JsonNode.Parse(settings.ToJson())!.AsObject();
            content.Remove("version");
            settings.ContentHash().Should().Be(
                Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(InOrder(content)!.ToJsonString()))).ToLowerInvariant());
        }

        static JsonNode? InOrder(JsonNode? node) => node switch
        {
            JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
                .Select(member => KeyValuePair.Create(member.Key, InOrder(member.Value)))),
            JsonArray items => new JsonArray([.. items.Select(InOrder)]),
            _ => node?.DeepClone(),
        };
    }

    [Fact]
    public void The_settings_of_a_model_are_its_data_half() => Model.Settings.Should().Be(new ScorecardSettings
    {
        Version = "1",
        Criteria = new Dictionary<string, CriterionSettings>
        {
            ["visits"] = new() { Weight = 3, Step = 1, Scale = new() { Linear = [new(0, 0), new(12, 100)] } },
            ["margin"] = new() { Weight = 2, Scale = new() { Steps = [new(0, 0), new(10, 40), new(25, 100)] } },
            ["growth"] = new() { Weight = 6, Scale = new() { Linear = [new(0, 0), new(10, 100)] } },
            ["standing"] = new()
            {
                Weight = 4,
                Scale = new()
                {
                    Levels = new Dictionary<string, double?> { ["Unknown"] = null, ["Good"] = 100, ["Poor"] = 0, ["Fair"] = 50 },
                },
            },
        },
        Groups = new Dictionary<string, double> { ["potential"] = 0.5 },
        Bands = new Dictionary<string, double> { ["A"] = 75, ["B"] = 50, ["C"] = 0 },
        Caps = new Dictionary<string, string> { ["blocked"] = "C" },
        MissingData = new() { Policy = MissingData.Renormalize, MinimumCoverage = 0.5 },
    });

    [Fact]
    public void What_is_overridden_counts_and_the_rest_stays()
    {
        var tuned = Model.With(new()
        {
            Criteria = new Dictionary<string, CriterionSettings>
            {
                ["visits"] = new() { Weight = 5, Scale = new() { Steps = [new(6, 80), new(0, 10)] } },
                ["standing"] = new() { Scale = new() { Levels = new Dictionary<string, double?> { ["Fair"] = 70 } } },
            },
            Groups = new Dictionary<string, double> { ["potential"] = 1 },
            Bands = new Dictionary<string, double> { ["B"] = 60 },
        });

        tuned.Criteria.Select(each => each.Weight).Should().Equal(5 / 17.0, 2 / 17.0, 6 / 17.0, 4 / 17.0);
        tuned.Everywhere(Account).Contributions.Select(each => each.Points).Should().Equal(80, 40, 50, 70);
        tuned.Criteria[3].Scale.Knots.Select(knot => knot.Points).Should().Equal(100, 70, 0, double.NaN);
        tuned.Bands.InOrder.Should().Equal((0, "C"), (60, "B"), (75, "A"));
        (tuned.Criteria[0].Step, tuned.MissingData, tuned.Caps[0].HighestBand).Should().Be((1, MissingData.Renormalize, "C"));
        Model.Everywhere(Account).Contributions.Select(each => each.Points).Should().Equal(50, 40, 50, 50);
    }

    [Fact]
    public void Caps_and_the_policy_can_be_tuned()
    {
        var tuned = Model.With(new()
        {
            Caps = new Dictionary<string, string> { ["blocked"] = "B" },
            MissingData = new() { Policy = MissingData.AssumeWorst },
        });
        var best = new Figures { A = 12, B = 25, C = 10, Standing = Standing.Good, Flag = true };
        tuned.Everywhere(best).Band.Should().Be("B");
        tuned.Everywhere(best with { A = null }).Score.Should().Be(70);
        Model.With(new() { Caps = new Dictionary<string, string> { ["blocked"] = "A" } }).Everywhere(best).Band
            .Should().Be("A", "the highest band switches a cap off");
    }

    [Fact]
    public void The_version_tells_what_is_different()
    {
        var heavier = Weighing(5);
        Model.With(new()).Version.Should().Be("1");
        Model.With(Model.Settings).Version.Should().Be("1");
        Model.With(new() { Version = "2" }).Version.Should().Be("2");
        Model.With(heavier with { Version = "acme-7" }).Version.Should().Be("acme-7");

        var version = Model.With(heavier).Version;
        version.Should().MatchRegex("^1\\+[0-9a-f]{12}$").And.Be($"1+{Model.With(heavier).Settings.ContentHash()[..12]}");
        Model.With(heavier with { Version = "1" }).Version.Should().Be(version, "1 is taken by the model as it was");
        Model.With(Weighing(6)).Version.Should().NotBe(version);
        Model.With(heavier).With(Weighing(6)).Version.Should().Be(Model.With(Weighing(6)).Version);
        Model.With(heavier).With(Weighing(3)).Settings.ContentHash().Should().Be(Model.Settings.ContentHash());
        Model.With(heavier).Assess(Account).ModelVersion.Should().Be(version);
    }

    [Fact]
    public void What_settings_have_changed_is_no_longer_a_default()
    {
        var tuned = Model.With(new()
        {
            Version = "acme",
            Criteria = new Dictionary<string, CriterionSettings>
            {
                ["visits"] = new() { Weight = 3, Scale = Model.Settings.Criteria["visits"].Scale },
                ["margin"] = new() { Weight = 4 },
            },
            Bands = new Dictionary<string, double> { ["A"] = 80 },
            Caps = new Dictionary<string, string> { ["blocked"] = "B" },
        });
        var acme = Provenance.Settings("acme");
        tuned.Defaults.Select(each => (each.Path, each.Provenance)).Should().Equal(
            ("criteria[\"visits\"]", Ours), ("criteria[\"margin\"]", acme), ("criteria[\"growth\"]", Ours),
            ("criteria[\"standing\"]", Ours),
            ("caps[\"blocked\"]", acme), ("bands[\"C\"]", acme), ("bands[\"B\"]", acme), ("bands[\"A\"]", acme), ("missingData", Ours));
        acme.ToString().Should().Be("Settings: acme");
        Model.With(new() { MissingData = new() { MinimumCoverage = 0.6 } }).Defaults.Last().Provenance!.Kind
            .Should().Be(ProvenanceKind.Settings);
    }

    [Fact]
    public void Settings_are_equal_when_they_say_the_same_in_whatever_order()
    {
        var (one, other) =
            (ScorecardSettings.FromJson("""{"bands":{"A":80,"B":50},"caps":{"x":"A"}}"""), ScorecardSettings.FromJson(
                """{"caps":{"x":"A"},"bands":{"B":50,"A":80}}"""));
        one.Should().Be(other);
        one.GetHashCode().Should().Be(other.GetHashCode());
        one.ContentHash().Should().Be(other.ContentHash()).And.MatchRegex("^[0-9a-f]{64}$")
            .And.Be((one with { Version = "9" }).ContentHash());
        one.Should().NotBe(one with { Version = "9" });
        one.Should().NotBe(ScorecardSettings.FromJson("""{"bands":{"A":80,"B":51},"caps":{"x":"A"}}"""));
        one.Equals(null).Should().BeFalse();
        new ScorecardSettings().Should()
            .Be(ScorecardSettings.FromJson(
                """{"criteria":null,"groups":null,"bands":null,"caps":null,"missingData":null,"version":null}"""));
    }

    [Fact]
    public void Settings_do_not_change_with_what_they_were_made_of()
    {
        var bands = new Dictionary<string, double> { ["A"] = 80 };
        var settings = new ScorecardSettings { Bands = bands };
        bands["A"] = 10;
        settings.Bands["A"].Should().Be(80);
    }

    [Fact]
    public void Scales_as_data_are_equal_when_their_places_are()
    {
        ScaleSettings Levels(params (string Name, double? Points)[] levels) =>
            new() { Levels = levels.ToDictionary(level => level.Name, level => level.Points) };
        Levels(("a", 1), ("b", null)).Should().Be(Levels(("b", null), ("a", 1)));
        Levels(("a", 1), ("b", null)).GetHashCode().Should().Be(Levels(("b", null), ("a", 1)).GetHashCode());
        Levels(("a", 1)).Should().NotBe(Levels(("a", 2)));
        new ScaleSettings { Linear = [new(0, 0)] }
            .Should().NotBe(new ScaleSettings { Steps = [new(0, 0)] }).And.NotBe(new ScaleSettings { Linear = [new(0, 1)] });
        new ScaleSettings { Linear = [new(0, 0)] }.Should().Be(new ScaleSettings { Linear = [new(0, 0)] });
    }

    [Fact]
    public void Comments_and_trailing_commas_are_welcome() =>
        ScorecardSettings.FromJson("// ours\n{ \"bands\": { \"A\": 80, }, /* since May */ }").Bands["A"].Should().Be(80);

    [Fact]
    public void The_general_serializer_reads_what_the_settings_write()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        var settings = Model.Settings;
        JsonSerializer.Deserialize<ScorecardSettings>(settings.ToJson(), options).Should().Be(settings);
        ScorecardSettings.FromJson(JsonSerializer.Serialize(settings, options)).Should().Be(settings);
        $"{settings}".Should().Be(settings.ToJson());
    }

    [Fact]
    public void Every_fault_of_settings_made_in_code_is_reported_at_once() => Cards.FaultsOf(() => Model.With(new()
    {
        Criteria = new Dictionary<string, CriterionSettings> { ["visits"] = new() { Weight = double.NegativeInfinity }, ["none"] = new() },
        MissingData = new() { MinimumCoverage = double.NaN },
    })).Should().Equal(
        "criteria[\"none\"]: the model has no such criterion; it must be one of visits, margin, growth, standing",
        "criteria[\"visits\"].weight: -Infinity is not finite",
        "missingData.minimumCoverage: NaN is not between 0 and 1");

    [Fact]
    public void A_model_without_groups_and_caps_says_so() => Cards.FaultsOf(() => Cards.Of(f => f.A).With(new()
    {
        Groups = new Dictionary<string, double> { ["g"] = 1 },
        Caps = new Dictionary<string, string> { ["c"] = "A" },
    })).Should().Equal("groups[\"g\"]: the model has no group", "caps[\"c\"]: the model has no cap");

    [Fact]
    public void Bands_that_are_called_the_same_are_a_fault_because_settings_name_them() =>
        Cards.FaultsOf(() => Scorecard.For<Figures, object>("objects").Criterion("a", 1, f => f.A, Cards.AsItIs)
            .Bands((0, new NamedBand("x", 1)), (50, new NamedBand("x", 2))).Build()).Should().Equal("bands[\"x\"]: the key is duplicated");

    [Fact]
    public void A_model_is_tuned_without_knowing_its_facts()
    {
        IScorecard model = Model;
        var tuned = model.With(Weighing(5));
        tuned.Should().BeOfType<Scorecard<Figures, string>>().Which.Settings.Criteria["visits"].Weight.Should().Be(5);
        (tuned.Id, tuned.Version, tuned.Settings.Version).Should().Be(("tuned", tuned.Version, tuned.Version));
    }

    [Fact]
    public void Over_another_class_a_model_keeps_its_settings_and_can_be_tuned()
    {
        var over = Model.Over<Client>(c => new Figures { A = c.Visits, B = c.Margin });
        over.Settings.Should().Be(Model.Settings);
        over.With(new() { Groups = new Dictionary<string, double> { ["potential"] = 0 } }).Everywhere(new Client(12, 25)).Score
            .Should().Be(100);
    }

    [Fact]
    public void Null_settings_are_refused()
    {
        FluentActions.Invoking(() => Model.With(null!)).Should().Throw<ArgumentNullException>().WithParameterName("overrides");
        FluentActions.Invoking(() => ScorecardSettings.FromJson(null!)).Should().Throw<ArgumentNullException>().WithParameterName("json");
    }

    [Fact]
    public void Any_model_is_the_same_after_its_settings_went_through_json() => Prop.ForAll(RandomCard.Any.ToArbitrary(), card =>
    {
        var settings = card.Scorecard.Settings;
        var read = ScorecardSettings.FromJson(settings.ToJson());
        read.Should().Be(settings);
        var again = card.Scorecard.With(read with { Version = "2" });
        (again.Settings with { Version = "1" }).Should().Be(settings);
        foreach (var account in card.Accounts)
        {
            var (before, after) = (card.Scorecard.Assess(account), again.Assess(account));
            (after.Score, after.Band, after.Coverage, after.Range).Should().Be((before.Score, before.Band, before.Coverage, before.Range));
            after.Contributions.Should().Equal(before.Contributions);
        }
    }).Check(Seeded.Cases(100));

    private static ScorecardSettings Weighing(double visits) => new()
    {
        Criteria = new Dictionary<string, CriterionSettings> { ["visits"] = new() { Weight = visits } },
    };

    private sealed record NamedBand(string Name, int Number)
    {
        public override string ToString() => Name;
    }

    private sealed record Client(double Visits, double Margin);
}
