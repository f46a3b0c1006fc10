using System.Reflection;
using KeyAccount.Core.Grading;
using KeyAccount.Core.Pricing;
using KeyAccount.Core.Records;
using KeyAccount.Core.Reviews;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Tests.House;

/// <summary>The rules of the house, held for every type and text the library has or will have.</summary>
public class HouseTests
{
    private static readonly Assembly Core = typeof(Term<>).Assembly;
    private static readonly TextTable CoreTexts = TextTable.FromResources(Core, "KeyAccount.Core.Texts");

    public static TheoryData<Type> Terms => [.. TermRules.TermsOf(Core)];

    public static TheoryData<Type> PublicTypes => [.. Core.GetExportedTypes()];

    public static TheoryData<Type> PublicRecords => [.. Core.GetExportedTypes().Where(TypeRules.IsRecord)];

    public static TheoryData<Type> FactTypes => [.. FactRules.TypesOf(Core)];

    public static TheoryData<string> TextKeys => [.. CoreTexts.Keys];

    [Fact]
    public void The_rules_find_what_they_are_to_hold()
    {
        TermRules.TermsOf(Core).Should().Contain(typeof(AccountTier)).And.NotContain(typeof(OrderedTerm<>));
        Core.GetExportedTypes().Where(TypeRules.IsRecord).Should().Contain([typeof(ParetoCuts), typeof(ParetoAccount<>), typeof(Text)]);
        CoreTexts.Keys.Should().Contain("Grading.AccountTier.A");
        ArrowRules.ArrowsOf(Core).Should().Contain(
        [
            new(new("Grading", "Pareto"), new("Grading", "AccountTier", IsTerm: true)),
            new(new("Grading", "AccountTier", IsTerm: true), new("Terms", "TermJsonConverter")),
            new(new("SwitchingCosts", "BarrierPart"), new("Scoring", "ScoreRounding")),
        ]);
    }

    [Theory]
    [MemberData(nameof(Terms))]
    public void A_term_is_complete(Type term) => TermRules.FaultsOf(term).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_public_type_is_sealed_or_abstract(Type type) => TypeRules.IsSealedOrAbstract(type).Should().BeTrue();

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_public_type_says_in_a_debugger_what_it_is(Type type) => TypeRules.NamesOnlyItsType(type).Should().BeFalse();

    [Theory]
    [MemberData(nameof(PublicRecords))]
    public void A_public_record_cannot_be_changed(Type record) => TypeRules.SettablePropertiesOf(record).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void A_public_type_needs_no_other_package(Type type) => TypeRules.ForeignTypesIn(type).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(FactTypes))]
    public void A_number_that_is_a_fact_says_its_range(Type type) => FactRules.FaultsOf(type).Should().BeEmpty();

    [Fact]
    public void The_rule_of_facts_finds_numbers_without_a_range()
    {
        FactRules.FaultsOf(typeof(Unranged)).Should().Equal("Bare has no range", "Endless has no bound and does not say why");
        FactRules.TypesOf(Core).Should().Contain([typeof(AccountValueFacts), typeof(AccountPurchase), typeof(Contact), typeof(Quotation)]);
    }

    [Fact]
    public void The_library_is_pure() => TypeRules.ForeignReferencesOf(Core).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(TextKeys))]
    public void A_text_is_whole_in_three_languages(string key) => TextRules.FaultsOf(CoreTexts[key]).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(TextKeys))]
    public void A_text_is_one_that_an_editor_would_print(string key)
    {
        TextRules.QuirksOf(CoreTexts[key].En).Should().BeEmpty();
        Language.All.SelectMany(language => TextRules.CountFaultsOf(CoreTexts[key].In(language))).Should().BeEmpty();
    }

    [Fact]
    public void No_source_says_what_an_editor_would_strike_out() =>
        TextRules.QuirksAmong(SourceFiles.OfAllProjects(), SourceFiles.LinesOf).Should().BeEmpty();

    [Fact]
    public void Arrows_point_down_only() => ArrowRules.FaultsOf(ArrowRules.ArrowsOf(Core)).Should().BeEmpty();

    [Fact]
    public void Every_public_type_stands_in_a_file_of_its_name() =>
        FileRules.MisplacedAmong(Core.GetExportedTypes(), SourceFiles.Of("KeyAccount.Core")).Should().BeEmpty();

    [Fact]
    public void No_line_is_longer_than_the_house_allows() =>
        FileRules.TooLongAmong(SourceFiles.OfAllProjects(), SourceFiles.LinesOf).Should().BeEmpty();

    [Fact]
    public void Every_text_is_used() => TextRules.OrphansAmong(CoreTexts.Keys, Core).Should().BeEmpty();

    private sealed record Unranged
    {
        public double? Bare { get; init; }

        [FactRange(double.NegativeInfinity, double.PositiveInfinity, FactUnit.Money)]
        public decimal? Endless { get; init; }

        [FactRange(0, 1, FactUnit.Fraction)]
        public double? Sound { get; init; }

        public double? Computed => Bare * 2;
    }
}
