using System.Text.Json.Serialization;
using static System.FormattableString;

namespace KeyAccount.Core.SalesTeam;

/// <summary>The ratings of a candidate by the interviewers.</summary>
/// <remarks>Kept separate from account data. Immutable; equal when every part is.</remarks>
public sealed record Interview
{
    /// <summary>Creates an interview.</summary>
    /// <param name="candidate">The candidate, preferably by a number; not blank.</param>
    /// <param name="position">The position.</param>
    /// <param name="ratings">The ratings: each interviewer rates each question once, and only questions of the position.</param>
    /// <exception cref="ArgumentNullException">The position, the ratings or a rating is null.</exception>
    /// <exception cref="ArgumentException">The candidate is blank, there are no questions for the position, a question belongs to another
    /// position, or a rating is duplicated; the message names the cause.</exception>
    [JsonConstructor]
    public Interview(string candidate, SalesPosition position, IReadOnlyList<InterviewRating> ratings)
    {
        (Candidate, Position, Ratings) = (Guard.NotBlank(candidate, nameof(candidate)), position, ValueList.Of(ratings));
        var questions = InterviewQuestion.For(position);
        var seen = new HashSet<(string, InterviewQuestion)>();
        for (var i = 0; i < Ratings.Count; i++)
        {
            var rating = Ratings[i];
            if (!questions.Contains(rating.Question))
            {
                throw new ArgumentException(
                    Invariant($"ratings[{i}].Question is {rating.Question.Name}, a question for {rating.Question.Position.Name}; for ")
                    + $"{position.Name} it must be one of {string.Join(", ", questions.Select(question => question.Name))}.",
                    nameof(ratings));
            }

            if (!seen.Add((rating.Interviewer, rating.Question)))
            {
                throw new ArgumentException(
                    Invariant($"ratings[{i}] is a second rating of {rating.Question.Name} by '{rating.Interviewer}'; ")
                    + "each interviewer rates each question once.",
                    nameof(ratings));
            }
        }
    }

    /// <summary>The candidate.</summary>
    [Privacy(Privacy.PersonName)]
    public string Candidate { get; }

    /// <summary>The position.</summary>
    public SalesPosition Position { get; }

    /// <summary>The ratings.</summary>
    public IReadOnlyList<InterviewRating> Ratings { get; }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Position and number of ratings; not the candidate.</returns>
    public override string ToString() => Invariant($"Interview {{ Position = {Position}, Ratings = {Ratings.Count} }}");
}
