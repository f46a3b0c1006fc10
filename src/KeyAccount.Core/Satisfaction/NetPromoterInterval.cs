using System.Text.Json.Serialization;

namespace KeyAccount.Core.Satisfaction;

/// <summary>The method of the interval of a net promoter score.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NetPromoterInterval>))]
public enum NetPromoterInterval
{
    /// <summary>Score ± z·standard error, limited to −100 … 100. With few respondents it is too narrow; if all agree it has no width and is
    /// meaningless: one rating of 10 gives [100, 100].</summary>
    Wald,

    /// <summary>Made of Wilson's intervals of promoters and detractors; the default, because it holds for small surveys too. It contains
    /// the score and stays within −100 and 100 by itself. Source: Newcombe 1998 (paired proportions); Zou &amp; Donner 2008.</summary>
    Score,
}
