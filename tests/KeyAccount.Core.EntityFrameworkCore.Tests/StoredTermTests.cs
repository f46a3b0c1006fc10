using KeyAccount.Core.Grading;

namespace KeyAccount.Core.EntityFrameworkCore.Tests;

/// <summary>What a database holds is a term, or an error that names the terms there are.</summary>
public sealed class StoredTermTests
{
    [Fact]
    public void A_term_is_stored_by_value_or_name_and_read_back()
    {
        var (values, names) = (new TermValueConverter<AccountTier>(), new TermNameConverter<AccountTier>());
        foreach (var tier in AccountTier.InOrder)
        {
            values.ConvertFromProvider(values.ConvertToProvider(tier)).Should().Be(tier);
            names.ConvertFromProvider(names.ConvertToProvider(tier)).Should().Be(tier);
            StoredTerm.FromValue<AccountTier>(tier.Value).Should().Be(tier);
            StoredTerm.FromName<AccountTier>(tier.Name).Should().Be(tier);
        }

        values.ConvertToProvider(AccountTier.B).Should().Be(2);
        names.ConvertToProvider(AccountTier.B).Should().Be("B");
    }

    [Fact]
    public void What_the_term_does_not_have_is_an_error_that_names_what_it_has()
    {
        FluentActions.Invoking(() => StoredTerm.FromValue<AccountTier>(9)).Should().Throw<InvalidOperationException>()
            .WithMessage("The database holds 9 for a AccountTier; it must be one of 1 (A), 2 (B), 3 (C).*");
        FluentActions.Invoking(() => StoredTerm.FromName<AccountTier>("a")).Should().Throw<InvalidOperationException>()
            .WithMessage("The database holds 'a' for a AccountTier; it must be one of A, B, C.*");
    }
}
