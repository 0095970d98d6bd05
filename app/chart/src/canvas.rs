//! The surface that plotters draws on: it stores shapes with roles instead of painting pixels.

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

use crate::role::Role;
use crate::scene::{Align, Mark, Reference, Shape, Subject};

/// Where the marks of a chart are drawn. Coordinates are tenths of a pixel from the top left corner.
pub(crate) struct Canvas {
    paper: Rc<RefCell<Paper>>,
    area: DrawingArea<Backend, Shift>,
    references: Vec<Reference>,
}

/// What has been drawn.
#[derive(Default)]
struct Paper {
    ground: Vec<Shape>,
    marks: Vec<Mark>,
    in_mark: bool,
}

impl Canvas {
    pub(crate) fn new(width: i32) -> Self {
        let paper = Rc::new(RefCell::new(Paper::default()));
        let area = DrawingArea::from(Backend { paper: Rc::clone(&paper), width: width.unsigned_abs() });
        Self { paper, area, references: Vec::new() }
    }

    /// Everything drawn from here on belongs to a figure or event, until [`Canvas::close`].
    pub(crate) fn open(&mut self, subject: Subject) {
        let mut paper = self.paper.borrow_mut();
        paper.marks.push(Mark { subject, basis: None, shapes: Vec::new(), enlarged: false });
        paper.in_mark = true;
    }

    pub(crate) fn close(&mut self) {
        self.paper.borrow_mut().in_mark = false;
    }

    /// Marks the current mark as larger than to scale.
    pub(crate) fn enlarge(&mut self) {
        if let Some(mark) = self.paper.borrow_mut().marks.last_mut() {
            mark.enlarged = true;
        }
    }

    /// Mirrors everything that `draw` draws, so that one place becomes the other.
    pub(crate) fn mirror(&mut self, places: (i32, i32), draw: impl FnOnce(&mut Self)) {
        self.change(draw, &|shape| shape.mirror(places));
    }

    /// Turns everything that `draw` draws to the left: what is to the right of the origin is above `bottom`.
    pub(crate) fn turn(&mut self, bottom: i32, draw: impl FnOnce(&mut Self)) {
        self.change(draw, &|shape| shape.turn(bottom));
    }

    /// Gives filled discs that `draw` draws these corners, in hundredths of their radius.
    pub(crate) fn cornered(&mut self, corners: &[(i32, i32)], draw: impl FnOnce(&mut Self)) {
        self.change(draw, &|shape| {
            if let Shape::Circle { centre: (x, y), radius, filled: true, role } = *shape {
                let points = corners.iter().map(|(dx, dy)| (x + dx * radius / 100, y + dy * radius / 100)).collect();
                *shape = Shape::Polygon { points, role };
            }
        });
    }

    fn change(&mut self, draw: impl FnOnce(&mut Self), change: &dyn Fn(&mut Shape)) {
        let count = |paper: &Paper| {
            paper.marks.last().filter(|_| paper.in_mark).map_or(paper.ground.len(), |mark| mark.shapes.len())
        };
        let drawn = count(&self.paper.borrow());
        draw(self);
        let mut paper = self.paper.borrow_mut();
        let in_mark = paper.in_mark;
        let Paper { ground, marks, .. } = &mut *paper;
        let shapes = marks.last_mut().filter(|_| in_mark).map_or(ground, |mark| &mut mark.shapes);
        shapes.iter_mut().skip(drawn).for_each(change);
    }

    pub(crate) fn fill(&mut self, from: BackendCoord, to: BackendCoord, role: Role) {
        self.draw(&Rectangle::new([from, to], role.fill()));
    }

    pub(crate) fn outline(&mut self, from: BackendCoord, to: BackendCoord, role: Role) {
        self.draw(&Rectangle::new([from, to], role.stroke()));
    }

    pub(crate) fn disc(&mut self, centre: BackendCoord, radius: i32, role: Role) {
        self.draw(&Circle::new(centre, radius, role.fill()));
    }

    pub(crate) fn ring(&mut self, centre: BackendCoord, radius: i32, role: Role) {
        self.draw(&Circle::new(centre, radius, role.stroke()));
    }

    pub(crate) fn line(&mut self, points: &[BackendCoord], role: Role) {
        self.draw(&PathElement::new(points.to_vec(), role.stroke()));
    }

    pub(crate) fn polygon(&mut self, points: &[BackendCoord], role: Role) {
        self.draw(&Polygon::new(points.to_vec(), role.fill()));
    }

    /// Text does not go through plotters, which measures it differently on each platform.
    pub(crate) fn text(&mut self, at: BackendCoord, align: Align, text: impl Into<String>, role: Role) {
        self.paper.borrow_mut().keep(Shape::Text { at, align, text: text.into(), role });
    }

    pub(crate) fn refer(&mut self, reference: Reference) {
        self.references.push(reference);
    }

    /// Ground, marks and references.
    pub(crate) fn finish(self) -> (Vec<Shape>, Vec<Mark>, Vec<Reference>) {
        let paper = self.paper.take();
        (paper.ground, paper.marks, self.references)
    }

    fn draw<'e, E>(&mut self, element: &'e E)
    where
        &'e E: PointCollection<'e, BackendCoord>,
        E: Drawable<Backend>,
    {
        // The backend cannot fail, and nothing else borrows the paper while plotters draws.
        let drawn = self.area.draw(element);
        debug_assert!(drawn.is_ok());
    }
}

impl Paper {
    fn keep(&mut self, shape: Shape) {
        match self.marks.last_mut().filter(|_| self.in_mark) {
            Some(mark) => mark.shapes.push(shape),
            None => self.ground.push(shape),
        }
    }
}

struct Backend {
    paper: Rc<RefCell<Paper>>,
    width: u32,
}

impl Backend {
    fn keep(&mut self, shape: Shape) -> Result<(), DrawingErrorKind<Infallible>> {
        self.paper.borrow_mut().keep(shape);
        Ok(())
    }
}

impl DrawingBackend for Backend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        // The maximum height of a chart; shapes that will be mirrored are first drawn beyond the edge.
        (2 * self.width, i32::MAX as u32)
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Infallible>> {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Result<(), DrawingErrorKind<Infallible>> {
        let to = (point.0 + 1, point.1 + 1);
        self.keep(Shape::Rectangle { from: point, to, filled: true, role: Role::of(color.rgb) })
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        filled: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.keep(Shape::Rectangle { from, to, filled, role: Role::of(style.color().rgb) })
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.keep(Shape::Line { points: path.into_iter().collect(), role: Role::of(style.color().rgb) })
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        filled: bool,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        let radius = i32::try_from(radius).unwrap_or_default();
        self.keep(Shape::Circle { centre, radius, filled, role: Role::of(style.color().rgb) })
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        self.keep(Shape::Polygon { points: points.into_iter().collect(), role: Role::of(style.color().rgb) })
    }
}
