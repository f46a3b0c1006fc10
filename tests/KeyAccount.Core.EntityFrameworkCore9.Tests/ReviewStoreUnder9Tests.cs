namespace KeyAccount.Core.EntityFrameworkCore.Tests;

public class ReviewStoreUnder9Tests
{
    [Fact]
    public void It_is_refused_before_anything_is_written() =>
        FluentActions.Invoking(() => new DatabaseReviewStore(() => throw new InvalidOperationException("nothing is opened")))
            .Should().Throw<NotSupportedException>().WithMessage("*needs Entity Framework Core 8*this program has 9.*");
}
