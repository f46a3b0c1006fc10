using System.Reflection;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.Pricing;

/// <summary>S003 warns of 两扣: the discount given away, and the kickback, which is illicit. The library warns too, and has no lever for
/// it.</summary>
public class NoKickbackTests
{
    private const string Warning = "Pricing.Warning.unconditional";

    private static readonly string[] Kickback = ["kickback", "kick-back", "bribe", "回扣"];
    private static readonly string[] Rebate = ["rebate", "返利"];

    private static readonly Assembly Core = typeof(PriceReview).Assembly;
    private static readonly TextTable Texts = TextTable.FromResources(Core, "KeyAccount.Core.Texts");

    [Fact]
    public void A_kickback_is_spoken_of_only_in_warnings()
    {
        var spoken = Texts.Keys.Where(key => Language.All.Any(language => Speaks(Texts[key].In(language), Kickback)));

        spoken.Should().Contain(Warning).And.OnlyContain(key => key.Contains(".Warning."));
        Language.All.Should().OnlyContain(language => Speaks(Texts[Warning].In(language), Kickback));
    }

    [Fact]
    public void A_rebate_is_never_translated_by_it()
    {
        var rebates = Texts.Keys.Where(key => Language.All.Any(language => Speaks(Texts[key].In(language), Rebate))).ToArray();

        rebates.Should().NotBeEmpty().And.OnlyContain(key => !Language.All.Any(language => Speaks(Texts[key].In(language), Kickback)));
    }

    [Fact]
    public void No_public_name_has_it()
    {
        const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance;
        var names = Core.GetExportedTypes()
            .SelectMany(type => type.GetMembers(Declared).Select(member => member.Name).Append(type.Name))
            .Concat(Core.GetExportedTypes().SelectMany(type => type.GetMethods(Declared))
            .SelectMany(method => method.GetParameters()).Select(parameter => parameter.Name ?? ""));

        names.Should().Contain(nameof(PriceReview)).And.NotContain(name => Speaks(name, Kickback));
        Texts.Keys.Should().NotContain(key => Speaks(key, Kickback));
    }

    [Fact]
    public void No_counter_concession_no_answer_and_no_lever_is_one() =>
        CounterConcessionKind.InOrder.SelectMany(WordsOf)
            .Concat(CostDownAnswer.InOrder.SelectMany(WordsOf))
            .Concat(ProfitLever.InOrder.SelectMany(WordsOf))
            .Should().NotContain(words => Speaks(words, Kickback));

    [Fact]
    public void The_check_itself_finds_them()
    {
        Speaks("A Kickback", Kickback).Should().BeTrue();
        Speaks("给回扣", Kickback).Should().BeTrue();
        Speaks("折扣", Kickback).Should().BeFalse();
    }

    private static IEnumerable<string> WordsOf<TTerm>(TTerm term)
        where TTerm : Term<TTerm> =>
        Language.All.SelectMany(language => new[] { term.Name, term.DisplayName(language), term.Description(language) });

    private static bool Speaks(string text, string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
