using FsCheck;
using FsCheck.Fluent;
using KeyAccount.Core.Bidding;

namespace KeyAccount.Core.Tests.Bidding;

public class WordedAmountTests
{
    [Theory]
    [InlineData("0", "零元整", "zero")]
    [InlineData("0.05", "伍分", "zero and 05/100")]
    [InlineData("0.5", "伍角整", "zero and 50/100")]
    [InlineData("10", "壹拾元整", "ten")]
    [InlineData("21", "贰拾壹元整", "twenty-one")]
    [InlineData("100.01", "壹佰元零壹分", "one hundred and 01/100")]
    [InlineData("123.45", "壹佰贰拾叁元肆角伍分", "one hundred twenty-three and 45/100")]
    [InlineData("1005", "壹仟零伍元整", "one thousand five")]
    [InlineData("10000", "壹万元整", "ten thousand")]
    [InlineData("100500", "壹拾万零伍佰元整", "one hundred thousand five hundred")]
    [InlineData("1680000", "壹佰陆拾捌万元整", "one million six hundred eighty thousand")]
    [InlineData("100000001", "壹亿零壹元整", "one hundred million one")]
    [InlineData("1000000000000", "壹万亿元整", "one trillion")]
    public void An_amount_is_written_as_bids_write_it(string number, string chinese, string english)
    {
        var amount = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        WordedAmount.InChinese(amount).Should().Be(chinese);
        WordedAmount.InEnglish(amount).Should().Be(english);
    }

    [Fact]
    public void Every_amount_comes_back_from_its_words() =>
        Check.One(Seeded.Cases(5_000), Prop.ForAll(Amounts.ToArbitrary(), amount =>
        {
            foreach (var words in new[] { WordedAmount.InChinese(amount), WordedAmount.InEnglish(amount) })
            {
                WordedAmount.TryParse(words, out var read).Should().BeTrue(words);
                read.Should().Be(amount, words);
            }
        }));

    [Fact]
    public void Every_amount_of_few_digits_comes_back()
    {
        for (var number = 0; number <= 100_200; number += number < 11_000 ? 1 : 37)
        {
            foreach (var amount in new[] { number, number * 1_000_000m, number * 10_000m })
            {
                WordedAmount.TryParse(WordedAmount.InChinese(amount), out var chinese).Should().BeTrue();
                WordedAmount.TryParse(WordedAmount.InEnglish(amount), out var english).Should().BeTrue();
                (chinese, english).Should().Be((amount, amount));
            }
        }
    }

    [Theory]
    [InlineData("人民币壹佰贰拾叁元整", 123)]
    [InlineData("一百二十三元", 123)]
    [InlineData("壹萬貳仟圓整", 12000)]
    [InlineData("十五", 15)]
    [InlineData("两千零五十", 2050)]
    [InlineData("壹拾万伍仟元整", 105000)]
    [InlineData("One Hundred Twenty-Three Dollars", 123)]
    [InlineData("one thousand, two hundred and five only", 1205)]
    [InlineData("人民币（大写）：壹仟贰佰元整", 1200)]
    [InlineData("￥壹仟贰佰元正", 1200)]
    [InlineData("壹佰贰拾美元整", 120)]
    [InlineData("拾伍元整", 15)]
    [InlineData("壹亿伍万元", 100050000)]
    [InlineData("RMB one million yuan", 1000000)]
    [InlineData("a hundred", 100)]
    public void Other_spellings_are_read(string words, int amount)
    {
        WordedAmount.TryParse(words, out var read).Should().BeTrue();
        read.Should().Be(amount);
    }

    [Theory]
    [InlineData("SAY US DOLLARS ONE THOUSAND TWO HUNDRED AND CENTS FORTY-FIVE ONLY", 1200.45)]
    [InlineData("one thousand two hundred dollars and forty-five cents", 1200.45)]
    [InlineData("forty-five cents", 0.45)]
    [InlineData("cents five", 0.05)]
    [InlineData("45/100", 0.45)]
    [InlineData("壹拾元零伍分", 10.05)]
    public void Cents_are_read(string words, double amount)
    {
        WordedAmount.TryParse(words, out var read).Should().BeTrue();
        read.Should().Be((decimal)amount);
    }

    [Theory]
    [InlineData("one two")]
    [InlineData("twenty thirty")]
    [InlineData("five twenty")]
    [InlineData("twenty fifteen")]
    [InlineData("twenty ten")]
    [InlineData("hundred")]
    [InlineData("one hundred two hundred")]
    [InlineData("one thousand two thousand")]
    [InlineData("one thousand one million")]
    [InlineData("thousand")]
    [InlineData("zero five")]
    [InlineData("one dollars and one hundred cents")]
    [InlineData("one and a half million")]
    [InlineData("壹贰")]
    [InlineData("壹贰佰元")]
    [InlineData("壹佰贰")]
    [InlineData("壹万伍")]
    [InlineData("壹佰壹仟元")]
    [InlineData("佰元")]
    [InlineData("壹万贰万元")]
    [InlineData("壹亿壹亿元")]
    [InlineData("万元")]
    [InlineData("贰万亿元")]
    public void What_is_no_number_or_two_is_not_read(string words) => WordedAmount.TryParse(words, out _).Should().BeFalse();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("元")]
    [InlineData("壹佰块")]
    [InlineData("one hundred cows")]
    [InlineData("and")]
    [InlineData("one and 100/100")]
    public void What_is_no_amount_is_not_read(string? words) => WordedAmount.TryParse(words, out _).Should().BeFalse();

    [Theory]
    [InlineData("-0.01")]
    [InlineData("0.001")]
    [InlineData("1000000000000.01")]
    public void What_has_no_words_is_refused(string number) => FluentActions.Invoking(
        () => WordedAmount.InChinese(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture))).Should().Throw<ArgumentOutOfRangeException>();

    private static Gen<decimal> Amounts => from digits in Gen.Choose(1, 14)
                                           from high in Gen.Choose(0, 9_999_999)
                                           from low in Gen.Choose(0, 9_999_999)
                                           select Math.Min((decimal)(((high * 10_000_000L) + low) % (long)Math.Pow(10, digits)) / 100, 1_000_000_000_000m);

    [Theory]
    [InlineData("壹万亿元整", "1000000000000")]
    [InlineData("one trillion", "1000000000000")]
    [InlineData("RMB 壹佰元整", "100")]
    [InlineData("壹元伍角零分", "1.5")]
    [InlineData("壹亿零贰佰万元整", "102000000")]
    [InlineData("one and 99/100", "1.99")]
    [InlineData("one dollar and ninety-nine cents", "1.99")]
    [InlineData("a hundred", "100")]
    [InlineData("one million ninety-nine hundred", "1009900")]
    public void Words_at_the_ends_of_what_can_be_written_are_read(string words, string number)
    {
        WordedAmount.TryParse(words, out var amount).Should().BeTrue();
        amount.Should().Be(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("壹万亿零壹元整")]
    [InlineData("壹万亿元零壹分")]
    [InlineData("one trillion one")]
    [InlineData("one trillion and 01/100")]
    [InlineData("元伍角")]
    [InlineData("元整")]
    [InlineData("伍零元")]
    [InlineData("亿元")]
    [InlineData("万元")]
    [InlineData("壹亿贰亿元")]
    [InlineData("壹万贰万元")]
    [InlineData("壹佰贰佰元")]
    [InlineData("壹拾贰拾元")]
    [InlineData("壹佰拾元")]
    [InlineData("佰元")]
    [InlineData("壹元伍")]
    [InlineData("壹元拾角")]
    [InlineData("one and 100/100")]
    [InlineData("one dollar and one hundred cents")]
    [InlineData("twenty zero")]
    [InlineData("one hundred hundred")]
    [InlineData("one thousand ninety-nine hundred")]
    [InlineData("one thousand ten hundred")]
    [InlineData("one two")]
    [InlineData("hundred")]
    [InlineData("thousand")]
    public void Words_that_are_no_one_amount_are_refused(string words) => WordedAmount.TryParse(words, out _).Should().BeFalse();
}
