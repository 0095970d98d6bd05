//! The columns of a flow: speakers, reporting articles, repeating articles. The nodes of each column are in an order with
//! few crossing bands; if there are more than can be named, the smallest are merged.

use model::{Chart, Source};
use statement::{Account, Teller, Way};

/// A speaker with figures, or an article with figures.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// Its members, as indices into all speakers or articles: one, or several that are merged.
    pub(super) members: Vec<usize>,
    /// Its figures, as indices into the list of ways.
    pub(super) figures: Vec<usize>,
}

/// The figures that pass from an article to one that repeats it.
pub(super) struct Link {
    /// The indices of their nodes.
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) count: usize,
}

/// The columns.
pub(super) struct Columns<'a> {
    pub(super) ways: Vec<Way<'a>>,
    pub(super) tellers: Vec<Teller<'a>>,
    pub(super) articles: Vec<&'a Source>,
    /// The nodes of speakers, reporting articles and repeating articles.
    pub(super) says: Vec<Node>,
    pub(super) reports: Vec<Node>,
    pub(super) repeats: Vec<Node>,
}

impl<'a> Columns<'a> {
    /// The columns of a chart, with at most this many nodes in each.
    pub(super) fn of(plot: &Account<'a>, chart: &Chart, most: usize) -> Self {
        let ways: Vec<Way<'a>> = plot.figures(chart).into_iter().map(|figure| plot.way(figure)).collect();
        let articles: Vec<&'a Source> = plot.reporting(chart).into_iter().map(|note| note.source).collect();
        let at = |source: &Source| articles.iter().position(|article| article.id == source.id);
        let mut tellers: Vec<Teller<'a>> = Vec::new();
        let (mut says, mut reports, mut repeats) = (Vec::new(), Vec::new(), Vec::new());
        for (figure, way) in ways.iter().enumerate() {
            let teller = tellers.iter().position(|teller| *teller == way.teller).unwrap_or_else(|| {
                tellers.push(way.teller);
                tellers.len() - 1
            });
            add(&mut says, teller, figure);
            way.origins.iter().filter_map(|source| at(source)).for_each(|article| add(&mut reports, article, figure));
            let others = way.repeats.iter().filter_map(|(source, _)| at(source));
            others.for_each(|article| add(&mut repeats, article, figure));
        }
        let mut columns = Self {
            says: gathered(says, most),
            reports: gathered(reports, most),
            repeats: gathered(repeats, most),
            ways,
            tellers,
            articles,
        };
        columns.order();
        columns
    }

    /// Sorts each column by the places that its bands come from, a few times forwards and backwards.
    fn order(&mut self) {
        for _ in 0..4 {
            sort(&mut self.reports, &self.says);
            sort(&mut self.says, &self.reports);
        }
        sort(&mut self.reports, &self.says);
        sort(&mut self.repeats, &self.reports);
    }

    /// The number of figures of each article that pass on to each article that repeats it.
    pub(super) fn links(&self) -> Vec<Link> {
        let mut links: Vec<Link> = Vec::new();
        for (from, origin) in self.reports.iter().enumerate() {
            for (to, node) in self.repeats.iter().enumerate() {
                let is_in = |node: &Node, source: &Source| {
                    node.members.iter().any(|member| self.articles.get(*member).is_some_and(|own| own.id == source.id))
                };
                let goes_on = |figure: &usize| {
                    self.ways.get(*figure).is_some_and(|way| {
                        let mut repeats = way.repeats.iter().filter(|(source, _)| is_in(node, source));
                        repeats.any(|(_, origins)| origins.iter().any(|source| is_in(origin, source)))
                    })
                };
                let count = node.figures.iter().filter(|figure| goes_on(figure)).count();
                if count > 0 {
                    links.push(Link { from, to, count });
                }
            }
        }
        links
    }

    /// The number of these figures that rest on one article alone.
    pub(super) fn alone(&self, node: &Node) -> usize {
        let ways = node.figures.iter().filter_map(|figure| self.ways.get(*figure));
        ways.filter(|way| way.is_alone()).count()
    }
}

/// Adds a figure to the node of one member.
fn add(nodes: &mut Vec<Node>, member: usize, figure: usize) {
    match nodes.iter_mut().find(|node| node.members.contains(&member)) {
        Some(node) => node.figures.push(figure),
        None => nodes.push(Node { members: vec![member], figures: vec![figure] }),
    }
}

/// At most this many nodes: the nodes with the fewest figures are merged into one, the last.
pub(super) fn gathered(mut nodes: Vec<Node>, most: usize) -> Vec<Node> {
    if nodes.len() <= most {
        return nodes;
    }
    let mut others = Node { members: Vec::new(), figures: Vec::new() };
    while nodes.len() >= most.max(1) {
        // Of several nodes with the same number of figures, the last.
        let mut least = (0, usize::MAX);
        for (place, node) in nodes.iter().enumerate() {
            if node.figures.len() <= least.1 {
                least = (place, node.figures.len());
            }
        }
        let node = nodes.remove(least.0);
        others.members.extend(node.members);
        for figure in node.figures {
            if !others.figures.contains(&figure) {
                others.figures.push(figure);
            }
        }
    }
    others = Node { members: rising(others.members), figures: rising(others.figures) };
    nodes.push(others);
    nodes
}

/// Numbers in ascending order. They are few, and a general sort would add three kilobytes to the reader's program.
fn rising(numbers: Vec<usize>) -> Vec<usize> {
    let mut rising = Vec::with_capacity(numbers.len());
    for number in numbers {
        let place = rising.partition_point(|other| *other <= number);
        rising.insert(place, number);
    }
    rising
}

/// Sorts nodes by the mean place of their figures in another column. The merged node stays last.
fn sort(nodes: &mut Vec<Node>, by: &[Node]) {
    let middle = |node: &Node| {
        let places = node.figures.iter().flat_map(|figure| {
            by.iter().enumerate().filter(|(_, other)| other.figures.contains(figure)).map(|(place, _)| place)
        });
        let (sum, count) = places.fold((0, 0), |(sum, count), place| (sum + place, count + 1));
        (node.members.len() > 1, sum * 1000 / count.max(1))
    };
    let mut sorted: Vec<((bool, usize), Node)> = Vec::new();
    for node in nodes.drain(..) {
        let key = middle(&node);
        let place = sorted.partition_point(|(other, _)| *other <= key);
        sorted.insert(place, (key, node));
    }
    nodes.extend(sorted.into_iter().map(|(_, node)| node));
}
