using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Tests;
using KeyAccount.Core.Tests.Scoring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace KeyAccount.Core.DependencyInjection.Tests;

/// <summary>A section of a configuration says what a settings file says.</summary>
public class SettingsSectionTests
{
    public static TheoryData<string> Scorecards => [.. ModelCatalog.All.OfType<IScorecard>().Select(model => model.Id)];

    [Theory, MemberData(nameof(Scorecards))]
    public void Every_setting_of_every_model_goes_through_a_configuration(string id)
    {
        var model = ModelCatalog.All.OfType<IScorecard>().Single(each => each.Id == id);

        OptionsOf($$"""{ "KeyAccount": { "Models": { "{{id}}": {{model.Settings.ToJson()}} } } }""").Models.Select(
            each => (each.Key, each.Value)).Should().Equal((id, model.Settings));
    }

    [Fact]
    public void Any_settings_go_through_a_configuration_unchanged_in_any_culture_and_case() => Check.One(
        Seeded.Cases(30),
        Prop.ForAll(RandomCard.Any.ToArbitrary(), card =>
        {
            using var culture = new CultureScope("de-DE");
            var settings = card.Scorecard.Settings;
            var written = OptionsOf(
                $$"""{ "KeyAccount": { "Models": { "{{card.Scorecard.Id}}": {{settings.ToJson()}} } } }""", card.Scorecard);
            var shouted = OptionsOf(
                $$"""{ "KEYACCOUNT": { "MODELS": {{Shouted(new JsonObject { [card.Scorecard.Id] = JsonNode.Parse(settings.ToJson()) })}} } }""", card.Scorecard);
            written.Models[card.Scorecard.Id].Should().Be(settings);
            shouted.Models[card.Scorecard.Id].Should().Be(settings);
        }));

    [Theory]
    [InlineData("""{ "criteria": { "creditDays": { "weight": null } }, "bands": {}, "groups": null, "missingData": {} }""")]
    [InlineData("""{ "criteria": { "creditDays": { "weight": "" } }, "bands": "", "groups": [] }""")]
    [InlineData("""{ "criteria": { "creditDays": {} } }""")]
    [InlineData("""{ "version": "", "caps": { "blacklisted": "" }, "missingData": { "policy": "", "minimumCoverage": "" } }""")]
    [InlineData("""{ "version": null, "criteria": { "creditDays": null }, "bands": { "A": null }, "caps": null, "missingData": { "policy": null } }""")]
    [InlineData("""{ "criteria": { "creditDays": "" }, "bands": { "A": "" }, "missingData": "" }""")]
    [InlineData("""{ "criteria": { "creditDays": { "scale": null, "step": "" } } }""")]
    [InlineData("""{ "criteria": { "creditDays": { "scale": { "linear": [] } } } }""")]
    [InlineData("""{ "criteria": { "creditDays": { "scale": { "linear": "", "steps": null } } } }""")]
    [InlineData("null")]
    [InlineData("{}")]
    public void What_says_nothing_changes_nothing(string settings)
    {
        var models = ModelsOf($$"""{ "KeyAccount": { "Models": { "accountValue.standard": {{settings}} } } }""");

        models.For().Review.Value.Settings.Should().Be(AccountValue.Standard.Settings);
        models.For().Review.Value.Version.Should().Be(AccountValue.Standard.Version);
    }

    [Theory]
    [InlineData("0.4", 0.4)]
    [InlineData(" 4e-1 ", 0.4)]
    [InlineData("+2", 2)]
    [InlineData("1E300", 1e300)]
    [InlineData("0.1000000000000000055511151231257827", 0.1)]
    public void Numbers_are_invariant(string text, double weight)
    {
        foreach (var name in (string[])["tr-TR", "de-DE", "zh-CN", ""])
        {
            using var culture = new CultureScope(name);
            OptionsOf(
                $$"""{ "KeyAccount": { "Models": { "accountValue.standard": { "criteria": { "creditDays": { "weight": "{{text}}" } } } } } }""")
                .Models["accountValue.standard"].Criteria["creditDays"].Weight.Should().Be(weight);
        }
    }

    // One value of another source replaces the whole scale; places would be merged with those of the longer one.
    [Fact]
    public void The_points_of_a_scale_are_one_value()
    {
        const string Scale = "KeyAccount:Models:accountValue.standard:criteria:creditDays:scale:linear";
        var longer = """{ "KeyAccount": { "Models": { "accountValue.standard": { "criteria": { "creditDays": { "scale": { "linear": SCALE } } } } } } }""";
        foreach (var (below, above) in ((string, string)[])[
            ("\"0:100, 30:80, 60:40, 90:10, 120:0\"", " -5 : 100 , 30.5:5e1,90:0"),
            ("[{ \"raw\": 0, \"points\": 100 }, { \"raw\": 1, \"points\": 1 }, { \"raw\": 2, \"points\": 1 }, { \"raw\": 3, \"points\": 0 }]", "-5:100,30.5:50,90:0")])
        {
            var section = new ConfigurationBuilder().Add(new Settings(longer.Replace("SCALE", below, StringComparison.Ordinal)))
                .AddInMemoryCollection([new(Scale, above)]).Build().GetSection("KeyAccount");
            using var services = new ServiceCollection().AddKeyAccount(section).Services.BuildServiceProvider();
            services.GetRequiredService<KeyAccountModels>().For().Review.Value.Settings.Criteria["creditDays"].Scale!.Linear
                .Should().Equal(new ScalePoint(-5, 100), new ScalePoint(30.5, 50), new ScalePoint(90, 0));
        }
    }

    [Theory]
    [InlineData("0:0, 5")]
    [InlineData("0:0, 5:")]
    [InlineData("0:0,, 5:5")]
    [InlineData("0:0; 5:5")]
    [InlineData("0:0, 5:NaN")]
    [InlineData("0:0, 5:1e999")]
    [InlineData("0:0:0")]
    [InlineData("many")]
    public void Points_that_are_none_are_a_fault(string text)
    {
        var faulty = () => ModelsOf(
            $$"""{ "KeyAccount": { "Models": { "accountValue.standard": { "criteria": { "creditDays": { "scale": { "linear": "{{text}}" } } } } } } }""");
        faulty.Should().Throw<OptionsValidationException>().Which.Failures.Should().Equal(
            $"KeyAccount:Models:accountValue.standard:criteria:creditDays:scale:linear: it is '{text}'; it must be pairs of a raw value and "
            + "its points, such as '0:0, 5:50, 10:100'");
    }

    // Neither a shell nor Azure App Service allows a dot in the name of a variable.
    [Fact]
    public void An_underscore_stands_for_the_dot_of_an_id()
    {
        var section = new ConfigurationBuilder()
            .AddInMemoryCollection(
            [
                new("KeyAccount:Models:ACCOUNTVALUE_STANDARD:bands:A", "81"),
                new("KeyAccount:Tenants:acme:Models:accountValue_standard:bands:A", "82"),
            ])
            .Add(new Settings("""
                { "KeyAccount": { "Models": { "accountValue.standard": { "version": "ours", "bands": { "A": 72, "B": 41 } } } } }
                """))
            .Build().GetSection("KeyAccount");
        using var services = new ServiceCollection().AddKeyAccount(section).Services.BuildServiceProvider();
        var models = services.GetRequiredService<KeyAccountModels>();

        models.For().Review.Value.Settings.Bands["A"].Should().Be(81, "the variable goes before the file, in whatever order");
        models.For().Review.Value.Settings.Bands["B"].Should().Be(41);
        models.For().Review.Value.Version.Should().Be("ours");
        models.For("acme").Review.Value.Settings.Bands["A"].Should().Be(82);
        ModelsOf("""{ "KeyAccount": { "Models": { "accountValue_standard": { "bands": { "A": 80 } } } } }""").For().Review.Value
            .Settings.Bands["A"].Should().Be(80);
        FluentActions.Invoking(() => ModelsOf("""{ "KeyAccount": { "Models": { "account_value_standard": {} } } }"""))
            .Should().Throw<OptionsValidationException>();
    }

    // Each fault is where a person finds it, and all are there at once, of everybody and of all tenants.
    [Theory]
    [InlineData("""{ "Modles": {}, "Tenants": { "acme": { "Model": {} } } }""",
        "KeyAccount:Modles: there is no such setting; it must be one of Models, Tenants, Terms",
        "KeyAccount:Tenants:acme:Model: there is no such setting; it must be Models")]
    [InlineData("\"text\"", "KeyAccount: it is 'text'; it must be a section")]
    [InlineData("""{ "Models": "text", "Tenants": 3 }""", "KeyAccount:Models: it is 'text'; it must be a section",
        "KeyAccount:Tenants: it is '3'; it must be a section")]
    [InlineData("""{ "Tenants": ["acme"] }""", "KeyAccount:Tenants:0: it is 'acme'; it must be a section")]
    [InlineData("""{ "Models": { "accountValue.standard": 5 } }""",
        "KeyAccount:Models:accountValue.standard: it is a text; it must be an object")]
    [InlineData("""{ "Models": { "accountValue.standard": { "criteria": { "creditDays": { "weight": "0,4" } } } } }""",
        "KeyAccount:Models:accountValue.standard:criteria:creditDays:weight: it is \"0,4\"; it must be a number")]
    [InlineData("""{ "Models": { "accountValue.standard": { "criteria": { "creditDays": { "weight": "1e999" } }, "bands": { "A": "0x1F" } } } }""",
        "KeyAccount:Models:accountValue.standard:criteria:creditDays:weight: it is \"1e999\"; it must be a number",
        "KeyAccount:Models:accountValue.standard:bands:A: it is \"0x1F\"; it must be a number")]
    [InlineData("""{ "Models": { "accountValue.standard": { "criteria": { "creditDays": { "weight": "NaN" } } } } }""",
        "KeyAccount:Models:accountValue.standard:criteria:creditDays:weight: NaN is not finite")]
    [InlineData("""{ "Models": { "accountValue.standard": { "criteria": { "creditDays": { "weigth": 1, "step": { "a": 1 } } } } } }""",
        "KeyAccount:Models:accountValue.standard:criteria:creditDays:step: it is an object; it must be a number",
        "KeyAccount:Models:accountValue.standard:criteria:creditDays:weigth: there is no such property; it must be one of weight, scale, step, control")]
    [InlineData("""{ "Models": { "accountValue.standard": { "criteria": { "creditDays": { "scale": { "linear": { "0": { "raw": 1, "points": 2 }, "2": { "raw": 3, "points": 4 } } } } } } } }""",
        "KeyAccount:Models:accountValue.standard:criteria:creditDays:scale:linear: it is an object; it must be a list")]
    [InlineData("""{ "Models": { "accountValue.standard": { "criteria": { "creditDays": { "scale": { "linear": [ { "raw": 1, "points": "x" } ] } } } } } }""",
        "KeyAccount:Models:accountValue.standard:criteria:creditDays:scale:linear:0:points: it is \"x\"; it must be a number")]
    [InlineData("""{ "Models": { "accountValue.standard": { "version": "", "caps": { "losesMoney": "D" }, "missingData": { "policy": "Guess" } } } }""",
        "KeyAccount:Models:accountValue.standard:missingData:policy: it is \"Guess\"; it must be one of Renormalize, AssumeWorst, AssumeMidpoint, Refuse")]
    [InlineData("""{ "Models": { "accountValue.sixIndicators": { "version": " ", "caps": { "losesMoney": "D" } } } }""",
        "KeyAccount:Models:accountValue.sixIndicators:version: it is blank",
        "KeyAccount:Models:accountValue.sixIndicators:caps:losesMoney: D is not a band; it must be one of C, B, A")]
    public void Every_fault_is_named_by_its_path(string section, params string[] faults)
    {
        var faulty = () => ModelsOf($$"""{ "KeyAccount": {{section}} }""");

        faulty.Should().Throw<OptionsValidationException>().Which.Failures.Should().BeEquivalentTo(faults);
    }

    [Fact]
    public void A_value_that_has_parts_as_well_is_a_fault()
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("KeyAccount:Models:accountValue.standard:criteria:creditDays", "5"),
            new("KeyAccount:Models:accountValue.standard:criteria:creditDays:weight", "5"),
        ]).Build().GetSection("KeyAccount");

        new ServiceCollection().AddKeyAccount(section).Services.BuildServiceProvider()
            .Invoking(services => services.GetRequiredService<KeyAccountModels>())
            .Should().Throw<OptionsValidationException>().Which.Failures.Should().Equal(
                "KeyAccount:Models:accountValue.standard:criteria:creditDays: it is '5' and also has keys below it; it must have one or the other");
    }

    [Fact]
    public void An_unknown_model_is_a_fault_that_names_those_there_are()
    {
        var faulty = () => ModelsOf(
            """{ "KeyAccount": { "Models": { "account-value": {} }, "Tenants": { "acme": { "Models": { "health": {} } } } } }""");

        var failures = faulty.Should().Throw<OptionsValidationException>().Which.Failures.ToList();
        failures.Should().HaveCount(2);
        failures[0].Should()
            .StartWith(
                "KeyAccount:Models:account-value: there is no such model to tune; it must be one of accountValue.standard, ").And.Contain(
                    "accountValue.sixIndicators");
        failures[1].Should().StartWith("KeyAccount:Tenants:acme:Models:health: there is no such model");
    }

    [Theory]
    [InlineData("criteria[\"margin\"].weight", "K:criteria:margin:weight")]
    [InlineData("[\"accountValue.standard\"].bands[\"A\"]", "K:accountValue.standard:bands:A")]
    [InlineData("criteria[\"a.b[c]\"].scale.linear[12].raw", "K:criteria:a.b[c]:scale:linear:12:raw")]
    [InlineData("bands", "K:bands")]
    [InlineData("$", "K")]
    [InlineData("criteria[\"\"]", "K:criteria:")]
    public void A_place_becomes_a_path(string place, string path) => SettingsPath(place).Should().Be(path);

    [Fact]
    public void Values_that_change_while_they_are_read_are_not_mixed()
    {
        var provider = new Turning();
        var section = new ConfigurationBuilder().Add(provider).Build().GetSection("KeyAccount");
        for (var turnsAfter = 0; turnsAfter < 40; turnsAfter++)
        {
            provider.Arm(turnsAfter);
            using var services = new ServiceCollection().AddKeyAccount(section).Services.BuildServiceProvider();
            var models = services.GetRequiredService<KeyAccountModels>().For();
            models.Get<Scorecard<AccountValueFacts, AccountTier>>("accountValue.standard").Version.Should().Be(
                models.Get<Scorecard<AccountValueFacts, AccountTier>>("accountValue.sixIndicators").Version);
        }
    }

    private static string SettingsPath(string place) => SettingsSection.Under("K", place);

    private static KeyAccountModels ModelsOf(string json) =>
        new ServiceCollection().AddKeyAccount(Settings.SectionOf(json)).Services.BuildServiceProvider()
            .GetRequiredService<KeyAccountModels>();

    private static KeyAccountOptions OptionsOf(string json, params IModel[] models)
    {
        var builder = new ServiceCollection().AddKeyAccount(Settings.SectionOf(json));
        foreach (var model in models)
            builder.AddModel(model);
        return builder.Services.BuildServiceProvider().GetRequiredService<IOptions<KeyAccountOptions>>().Value;
    }

    // Keys in upper case; the values, among them names of bands, stay.
    private static string Shouted(JsonNode? node) => Shout(node)?.ToJsonString() ?? "null";

    private static JsonNode? Shout(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(
            members.Select(member => KeyValuePair.Create(member.Key.ToUpperInvariant(), Shout(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Shout)]),
        _ => node?.DeepClone(),
    };

    // Changes both values at once, after so many have been read.
    private sealed class Turning : ConfigurationProvider, IConfigurationSource
    {
        private int _left;
        private string _version = "";

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public void Arm(int left) => (_left, _version) = (left, "before");

        public override bool TryGet(string key, out string? value)
        {
            if (_left-- == 0)
                _version = "after";
            value = key.EndsWith(":version", StringComparison.Ordinal) ? _version : null;
            return value is not null;
        }

        public override IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath) => parentPath switch
        {
            "KeyAccount" => ["Models"],
            "KeyAccount:Models" => ["accountValue.sixIndicators", "accountValue.standard"],
            { } path when path.EndsWith("accountValue.sixIndicators", StringComparison.Ordinal)
                || path.EndsWith("accountValue.standard", StringComparison.Ordinal) => ["version"],
            _ => [],
        };
    }
}
