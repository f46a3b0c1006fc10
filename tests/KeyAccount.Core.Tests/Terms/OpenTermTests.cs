using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ardalis.SmartEnum;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Rules;
using KeyAccount.Core.Scoring;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Terms;

/// <summary>Terms whose lists a program extends. An added value stays for the whole process, so only terms of these tests are
/// extended.</summary>
public class OpenTermTests
{
    [Fact]
    public void An_added_value_is_a_value_like_the_others()
    {
        var silk = Trade.Add("Silk", new(new("silk", "丝绸", "絲綢", new Dictionary<string, string> { ["de"] = "Seide" }), "Soft."));
        Trade.Parse("Silk", null).Should().BeSameAs(silk);
        Trade.FromName("silk", ignoreCase: true).Should().BeSameAs(silk);
        Trade.FromValue(silk.Value).Should().BeSameAs(silk);
        Trade.FromValue(-1, Trade.Wool).Should().BeSameAs(Trade.Wool);
        Trade.TryFromName("silk", out _).Should().BeFalse("names are exact");
        Trade.InOrder.Should().Contain(silk).And.BeInAscendingOrder(trade => trade.Value).And.StartWith([Trade.Wool, Trade.Salt]);
        Trade.List.Should().BeEquivalentTo(Trade.InOrder);
        (silk == Trade.FromName("Silk"), silk == Trade.Wool, silk.Equals(Trade.Salt)).Should().Be((true, false, false));
        (silk.IsAdded, Trade.Wool.IsAdded).Should().Be((true, false));
        (silk.DisplayName("zh-TW"), silk.DisplayName("de-CH"), silk.DisplayName("fr"), silk.Description("en")).Should()
            .Be(("絲綢", "Seide", "silk", "Soft."));
        Trade.Wool.DisplayName("en").Should().Be("Wool");

        JsonSerializer.Deserialize<Dictionary<Trade, Trade?>>(JsonSerializer.Serialize(new Dictionary<Trade, Trade?> { [silk] = silk }))!
            .Should().Contain(silk, silk);
        TypeDescriptor.GetConverter(typeof(Trade)).GetStandardValues()!.Cast<Trade>().Should().Contain(silk);
        new TermJsonConverter<Trade>().Names.Should().Contain("Silk");
    }

    [Fact]
    public void A_value_that_is_added_again_is_the_same_with_other_texts()
    {
        var iron = Trade.Add("Iron", new("iron", ""));
        Trade.Add("Iron", new("ironware", "")).Should().BeSameAs(iron);
        iron.DisplayName("en").Should().Be("ironware");
        iron.Value.Should().Be(Named("Iron").Value, "the number comes from the name");

        static Trade Named(string name) => Trade.InOrder.Single(trade => trade.Name == name);
    }

    [Theory]
    [InlineData("", "it must be a letter and then letters and digits of English")]
    [InlineData("Fine silk", "it must be a letter and then letters and digits of English")]
    [InlineData("2nd", "it must be a letter and then letters and digits of English")]
    [InlineData("丝绸", "what people read is its text")]
    [InlineData("Wool", "which the term already has")]
    [InlineData("wOOl", "which differs from Wool in letter case alone")]
    [InlineData("Any", "which means something else in a decision table")]
    public void A_name_that_cannot_be_one_is_refused(string name, string message)
    {
        var count = Trade.InOrder.Count(trade => !trade.IsAdded);
        FluentActions.Invoking(() => Trade.Add(name, new(name, ""))).Should().Throw<ArgumentException>()
            .WithParameterName(nameof(name)).WithMessage($"The name of the Trade is '{name}'*{message}*");
        Trade.InOrder.Count(trade => !trade.IsAdded).Should().Be(count);
        FluentActions.Invoking(() => Trade.Add("Fine", null!)).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public void A_name_that_nobody_has_added_is_refused_with_the_way_out()
    {
        FluentActions.Invoking(() => Trade.Parse("Woll", null)).Should().Throw<FormatException>()
            .WithMessage("'Woll' is not a Trade; expected one of: Wool, Salt*. Is it Wool? The list is open: *Trade.Add.");
        FluentActions.Invoking(() => Trade.FromName("Tea")).Should().Throw<SmartEnumNotFoundException>().WithMessage("'Tea' is not a Trade*");
        FluentActions.Invoking(() => Trade.FromValue(99)).Should().Throw<SmartEnumNotFoundException>().WithMessage("*99*");
        FluentActions.Invoking(() => AccountTier.Parse("D", null)).Should().Throw<FormatException>()
            .WithMessage("'D' is not an AccountTier; expected one of: A, B, C.", "that list is closed");
    }

    [Fact]
    public void Many_threads_add_one_value_each_and_one_together()
    {
        var together = new Trade[200];
        Parallel.For(0, together.Length, i =>
        {
            Crowd.Add($"Good{i}", new($"good {i}", ""));
            together[i] = Trade.Add("Amber", new("amber", ""));
            Crowd.Parse($"Good{i}", null).DisplayName("en").Should().Be($"good {i}");
        });
        Crowd.InOrder.Should().HaveCount(201).And.OnlyHaveUniqueItems(each => each.Value);
        together.Distinct().Should().ContainSingle();
    }

    [Fact]
    public void A_file_adds_all_of_its_values_or_none()
    {
        var terms = new OpenTerms().With<Trade>();
        terms.Add("""
            {
                // comments are allowed
                "Trade": {
                    "Copper": "copper",
                    "Linen": { "name": { "zh-Hans": "亚麻" }, "description": { "en": "Cool.", "nl": "Koel." } },
                    "Paper": null,
                },
            }
            """);
        Trade.Parse("Copper", null).DisplayName("zh-Hans").Should().Be("copper");
        var linen = Trade.Parse("Linen", null);
        (linen.DisplayName("en"), linen.DisplayName("zh-Hant"), linen.Description("nl-BE"), linen.Description("zh-Hans")).Should()
            .Be(("Linen", "亚麻", "Koel.", "Cool."));
        Trade.Parse("Paper", null).DisplayName("en").Should().Be("Paper");

        FluentActions.Invoking(() => terms.Add("""{ "Trade": { "Jade": "jade", "Jewel": 3, "Pearl": { "name": { "en": " " } } }, "Trades": {} }"""))
            .Should().Throw<InvalidModelException>().Which.Faults.Select(fault => fault.ToString()).Should().Equal(
                "Trade[\"Jewel\"]: it is a number; it must be a text, or an object with name and description",
                "Trade[\"Pearl\"].name.en: it must be a text that is not blank",
                "Trades: there is no open term of this name; it must be one of Trade. Is it Trade?");
        Trade.TryFromName("Jade", out _).Should().BeFalse();
        FluentActions.Invoking(() => terms.Add("[]")).Should().Throw<InvalidModelException>().WithMessage("*$: it is a list; it must be an object*");
        FluentActions.Invoking(() => terms.Add("{")).Should().Throw<InvalidModelException>().WithMessage("*not valid JSON*");
        FluentActions.Invoking(() => terms.Add("""{ "Trade": { "Onyx": "a", "onyx": "b", "Onyx": "c" } }""")).Should()
            .Throw<InvalidModelException>().Which.Faults.Should().HaveCount(2).And.OnlyContain(fault => fault.Message == "it is duplicated");
    }

    // Added after a model was made, a value is one that the model does not know: unrated in a scorecard, undecided in a table.
    [Fact]
    public void A_model_that_was_made_before_a_value_was_added_does_not_guess()
    {
        var scorecard = Scorecard.For<Shop, AccountTier>("shop")
            .Criterion("goods", 1, shop => shop.Goods, Scale.Levels((Late.First, 100)))
            .Bands((0, AccountTier.C), (50, AccountTier.A)).Build();
        var table = DecisionTable.For<Shop, AccountTier>("shops").Domain(shop => shop.Goods, Late.First)
            .Rule("first", shop => shop.Goods == Late.First, AccountTier.A).Build(HitPolicy.First);
        var second = Late.Add("Second", new("second", ""));
        var shop = new Shop { Goods = second };

        scorecard.Assess(shop).IsRated.Should().BeFalse();
        scorecard.Score(shop).Should().Be(double.NaN);
        scorecard.ToExpression().Compile()(shop).Should().BeNull();
        table.Decide(shop).IsDecided.Should().BeFalse();
        FluentActions.Invoking(() => Scale.Levels((Late.First, 100))).Should().Throw<ArgumentException>().WithMessage("*Second has no points*");
        Scorecard.For<Shop, AccountTier>("shop")
            .Criterion("goods", 1, each => each.Goods, Scale.Levels((Late.First, 100), (second, 60)))
            .Bands((0, AccountTier.C), (50, AccountTier.A)).Build().Score(shop).Should().Be(60);
    }

    [Theory]
    [InlineData("Wo0l", "Wool")]
    [InlineData("Woo", "Wool")]
    [InlineData("Woolx", "Wool")]
    [InlineData("W-o-o-l-l", "Wool")]
    [InlineData("ＷＯＯＬＬ", "Wool")]
    [InlineData("salty", "Salt")]
    [InlineData("tlaS", null)]
    [InlineData("Wxyl", null)]
    [InlineData("Wo", null)]
    [InlineData("Woolxy", "Wool")]
    [InlineData("Woolxyz", null)]
    [InlineData("--", null)]
    public void A_name_is_meant_of_which_at_most_a_third_of_the_letters_differ(string written, string? meant)
    {
        var message = FluentActions.Invoking(() => Trade.Parse(written, null)).Should().Throw<FormatException>().Which.Message;

        if (meant is null)
            message.Should().NotContain("Is it");
        else
            message.Should().Contain($" Is it {meant}?");
    }

    private sealed class Shop
    {
        public Late? Goods { get; init; }
    }
}

[JsonConverter(typeof(TermJsonConverter<Trade>))]
public sealed class Trade : OpenTerm<Trade>, IOpenTerm<Trade>
{
    public static readonly Trade Wool = new(nameof(Wool), 1);
    public static readonly Trade Salt = new(nameof(Salt), 2);

    private Trade(string name, int value)
        : base(name, value)
    {
    }

    static Trade IOpenTerm<Trade>.Create(string name, int value) => new(name, value);
}

[JsonConverter(typeof(TermJsonConverter<Crowd>))]
public sealed class Crowd : OpenTerm<Crowd>, IOpenTerm<Crowd>
{
    public static readonly Crowd First = new(nameof(First), 1);

    private Crowd(string name, int value)
        : base(name, value)
    {
    }

    static Crowd IOpenTerm<Crowd>.Create(string name, int value) => new(name, value);
}

[JsonConverter(typeof(TermJsonConverter<Late>))]
public sealed class Late : OpenTerm<Late>, IOpenTerm<Late>
{
    public static readonly Late First = new(nameof(First), 1);

    private Late(string name, int value)
        : base(name, value)
    {
    }

    static Late IOpenTerm<Late>.Create(string name, int value) => new(name, value);
}
