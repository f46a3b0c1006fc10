using KeyAccount.Core.Bidding;
using NodaTime;

namespace KeyAccount.Core.Tests.Bidding;

public class BidRegisterTests
{
    private static readonly LocalDate Deadline = new(2026, 4, 1);

    [Fact]
    public void Nothing_is_missing_rough_or_wrong_in_a_sound_bid() => Register(Letter()).Faults([new("service", 20)], Deadline).Should().BeEmpty();

    [Fact]
    public void What_is_missing_unsigned_or_out_of_date_may_invalidate()
    {
        Kinds(Register(Letter() with { IsPresent = false })).Should().Equal((BidFaultKind.Missing, true));
        Kinds(Register(Letter() with { IsPresent = false, IsOptional = true })).Should().BeEmpty();
        Kinds(Register(Letter() with { IsSigned = false })).Should().Equal((BidFaultKind.NotSigned, true));
        Kinds(Register(Letter() with { ValidUntil = Deadline })).Should().BeEmpty();
        Kinds(Register(Letter() with { ValidUntil = Deadline.PlusDays(-1) })).Should().Equal((BidFaultKind.OutOfDate, true));
    }

    [Fact]
    public void A_criterion_needs_an_answer_with_evidence_and_page()
    {
        var sound = Register(Letter());
        Kinds(sound with { Answers = [] }).Should().Equal((BidFaultKind.Unanswered, false));
        Kinds(sound with { Answers = [new() { Criterion = "service", Page = 4 }] }).Should().Equal((BidFaultKind.NoEvidence, false));
        Kinds(sound with { Answers = [new() { Criterion = "service", Evidence = "ISO 9001" }] }).Should().Equal((BidFaultKind.NoPage, false));
    }

    [Fact]
    public void What_is_not_there_is_only_missing()
    {
        var letter = Letter() with { IsPresent = false, IsSigned = false, ValidUntil = Deadline.PlusDays(-1) };

        Kinds(Register(letter)).Should().Equal((BidFaultKind.Missing, true));
        Kinds(Register(letter with { IsOptional = true })).Should().BeEmpty();
        Kinds(Register(Letter() with { IsOptional = true, IsSigned = false, ValidUntil = Deadline.PlusDays(-1) }))
            .Should().Equal((BidFaultKind.NotSigned, false), (BidFaultKind.OutOfDate, false));
    }

    [Fact]
    public void A_price_that_differs_may_invalidate_and_a_name_does_not()
    {
        var two = Register(Letter()) with
        {
            Documents =
            [
                Letter() with { Figures = [new() { Label = "price", Amount = 1 }], Statements = [new() { Label = "buyer", Text = "A" }] },
                Letter() with { Figures = [new() { Label = "price", Amount = 2 }], Statements = [new() { Label = "buyer", Text = "B" }] },
            ],
        };

        Kinds(two).Should().Equal((BidFaultKind.AmountsDiffer, true), (BidFaultKind.StatementsDiffer, false));
    }

    [Fact]
    public void Parts_that_add_up_are_no_fault() =>
        Kinds(Register(Letter() with { Figures = [new() { Label = "price", Amount = 101, Parts = [60, 41] }] })).Should().BeEmpty();

    [Theory]
    [InlineData("nix", 0, true)]
    [InlineData("nix", 1_000_000_000_000.0, true)]
    [InlineData("nix", 1_000_000_000_001.0, false)]
    [InlineData("nix", 1.001, false)]
    public void Words_are_proposed_for_an_amount_that_has_some(string words, double amount, bool hasWords)
    {
        var letter = Letter() with { Figures = [new() { Label = "price", Amount = (decimal)amount, Words = words }] };

        Register(letter).Faults([new("service", 20)], Deadline).Single().Message.En.Should().Contain(hasWords ? " Write “" : " in digits.");
    }

    [Fact]
    public void Words_that_are_partly_Chinese_are_proposed_in_Chinese()
    {
        var letter = Letter() with { Figures = [new() { Label = "price", Amount = 120, Words = "about 壹佰贰" }] };

        Register(letter).Faults([new("service", 20)], Deadline).Single().Message.En.Should().EndWith("Write “壹佰贰拾元整”.");
    }

    [Theory]
    [InlineData("壹佰贰拾叁元肆角伍分", true)]
    [InlineData("壹佰贰拾叁元肆角陆分", false)]
    [InlineData("one hundred twenty-three and 45/100", true)]
    [InlineData("one hundred twenty-three", false)]
    [InlineData("about 123", false)]
    public void Words_must_be_the_digits(string words, bool isSame) =>
        Kinds(Register(Letter() with { Figures = [new() { Label = "price", Amount = 123.45m, Words = words }] })).Should().HaveCount(isSame ? 0 : 1);

    [Fact]
    public void Sums_figures_and_names_must_agree_across_documents()
    {
        Kinds(Register(Letter() with { Figures = [new() { Label = "price", Amount = 100, Parts = [60, 41] }] })).Should().Equal((BidFaultKind.SumDiffers, false));
        Kinds(Register(Letter() with { Figures = [new() { Label = "price", Amount = 1, Parts = [decimal.MaxValue, decimal.MaxValue] }] })).Should().Equal((BidFaultKind.SumDiffers, false));
        var two = new BidRegister
        {
            Documents =
            [
                Letter() with { Figures = [new() { Label = "price", Amount = 100 }], Statements = [new() { Label = "buyer", Text = "Aldermoor Steel" }] },
                Letter() with { Name = "price list", Figures = [new() { Label = "price", Amount = 101 }], Statements = [new() { Label = "buyer", Text = "Aldermore Steel" }] },
            ],
            Answers = Register(Letter()).Answers,
        };
        var faults = two.Faults([new("service", 20)], Deadline);
        faults.Select(fault => fault.Kind).Should().Equal(BidFaultKind.AmountsDiffer, BidFaultKind.StatementsDiffer);
        faults[0].Message.En.Should().Be("price list: price is 101, but 100 in letter of bid. Correct one of the two.");
        faults[1].Message.En.Should().Be("price list: buyer is “Aldermore Steel”, but “Aldermoor Steel” in letter of bid. Correct one of the two.");
    }

    [Theory]
    [InlineData("壹佰贰", 120, "letter of bid: the words of price, “壹佰贰”, are not an amount, or may be read in two ways. Write “壹佰贰拾元整”.")]
    [InlineData("one two", 3, "letter of bid: the words of price, “one two”, are not an amount, or may be read in two ways. Write “three”.")]
    [InlineData("minus five", -5, "letter of bid: price is “minus five” in words and -5 in digits. Correct one of the two.")]
    [InlineData("five", 6, "letter of bid: price is “five” in words and 6 in digits. Correct one of the two.")]
    public void Words_that_cannot_be_read_are_told_how_to_write_them(string words, int amount, string message)
    {
        var letter = new BidDocument { Name = "letter of bid", IsPresent = true, Figures = [new() { Label = "price", Amount = amount, Words = words }] };
        var fault = Register(letter).Faults([new("service", 20)], Deadline).Single();
        (fault.Kind, fault.IsInvalidating, fault.Message.En).Should().Be((BidFaultKind.WordsDiffer, true, message));
    }

    [Fact]
    public void Each_fault_breaks_one_of_the_three_rules() => BidFaultKind.InOrder.Select(kind => kind.Quality).Should().Equal(
        BidQuality.NothingMissing, BidQuality.NothingMissing, BidQuality.NothingMissing, BidQuality.NothingRough, BidQuality.NothingRough, BidQuality.NothingRough,
        BidQuality.NothingWrong, BidQuality.NothingWrong, BidQuality.NothingWrong, BidQuality.NothingWrong);

    private static BidDocument Letter() => new() { Name = "letter of bid", Kind = BidDocumentKind.CommercialTerms, IsPresent = true, NeedsSignature = true, IsSigned = true };

    private static BidRegister Register(BidDocument document) =>
        new() { Documents = [document], Answers = [new() { Criterion = "service", Page = 12, Evidence = "contract with Harrow Vale" }] };

    private static IEnumerable<(BidFaultKind Kind, bool IsInvalidating)> Kinds(BidRegister register) =>
        register.Faults([new("service", 20)], Deadline).Select(fault => (fault.Kind, fault.IsInvalidating));
}
